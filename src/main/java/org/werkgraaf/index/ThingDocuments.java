package org.werkgraaf.index;

import java.text.Collator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.meaning.Times;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.Language;
import org.werkgraaf.vocabulary.Languages;
import tools.jackson.databind.json.JsonMapper;

/** Makes the document of an entity. */
final class ThingDocuments {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Collator> collators = new TreeMap<>();
    private final Analyzers analyzers;
    private final Presentation presentation;
    private final Spellings spellings = new Spellings();

    ThingDocuments(Analyzers analyzers, Presentation presentation) {
        this.analyzers = analyzers;
        this.presentation = presentation;
        Languages.ALL.forEach(lang ->
                collators.put(lang, Collator.getInstance(Languages.of(lang).locale())));
    }

    /** The document of one entity. */
    Document of(ThingText text) {
        Thing thing = text.thing();
        Document document = new Document();
        document.add(new StringField(Fields.ID, thing.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(thing.id())));
        document.add(new StoredField(Fields.THING, JSON.writeValueAsBytes(thing)));
        document.add(new StoredField(Fields.DIGEST, text.digest()));
        document.add(new BinaryDocValuesField(Fields.CONTENT, new BytesRef(text.content())));
        document.add(new StringField(Fields.TYPE, thing.type(), Field.Store.NO));
        thing.labels().keySet().forEach(lang -> document.add(new StringField(Fields.LANGUAGE, lang, Field.Store.NO)));
        document.add(new FeatureField(Fields.FEATURES, Fields.LINKS, 1f + text.links()));
        document.add(new FeatureField(
                Fields.FEATURES,
                Fields.KIND,
                presentation.profile(thing.type()).map(Profile::weight).orElse(1f)));
        addTexts(document, text);
        text.keys().forEach(key -> addTerm(document, Fields.KEY, key));
        thing.identifiers().forEach(each -> addTerm(document, Fields.IDENTIFIER, Keys.of(each.value())));
        text.citations().forEach(citation -> addTerm(document, Fields.CITATION, citation));
        text.norms().forEach(norm -> addTerm(document, Fields.NORM, norm));
        for (Facet facet : Facet.values()) {
            addValues(document, facet.dimension(false), text.values(facet, false));
            if (facet.isHierarchical()) {
                addValues(document, facet.dimension(true), text.values(facet, true));
            }
        }
        addDays(document, text);
        collators.forEach((lang, collator) -> document.add(new SortedDocValuesField(
                Fields.in(Fields.SORT_LABEL, lang),
                new BytesRef(collator.getCollationKey(thing.label(lang)).toByteArray()))));
        return document;
    }

    private void addTexts(Document document, ThingText text) {
        Set<String> words = new TreeSet<>();
        for (String lang : Languages.READ) {
            Map<String, Integer> names = new LinkedHashMap<>();
            String label = text.thing().labels().get(lang);
            if (label != null) {
                addName(document, Fields.LABEL, lang, label, words);
                names.put(label, text.links() * 2);
            }
            for (String alt : text.altLabels().getOrDefault(lang, List.of())) {
                addName(document, Fields.ALT, lang, alt, words);
                names.putIfAbsent(alt, text.links());
            }
            // Found like the others, but neither kept to be shown nor offered to complete what is typed.
            text.hiddenLabels()
                    .getOrDefault(lang, List.of())
                    .forEach(name -> addNameWords(document, lang, name, words));
            text.phrases()
                    .getOrDefault(lang, List.of())
                    .forEach(phrase ->
                            addTerm(document, Fields.in(Fields.PHRASE, lang), Phrases.term(analyzers, lang, phrase)));
            Completion.add(document, lang, names);
            String definition = text.thing().summaries().get(lang);
            if (definition != null) {
                addText(document, Fields.DEFINITION, lang, definition);
                words.add(definition);
            }
            // What only some passages have in a language must not lift those above the rest.
            if (Languages.of(lang).content() == Language.Content.ALL) {
                text.passages()
                        .getOrDefault(lang, List.of())
                        .forEach(each -> addText(document, Fields.PASSAGE, lang, each));
                text.endings()
                        .getOrDefault(lang, List.of())
                        .forEach(each ->
                                document.add(Fields.words(Fields.in(Fields.PASSAGE, lang), each, Field.Store.NO)));
            }
        }
        Stream.of(text.altLabels(), text.hiddenLabels())
                .flatMap(names -> names.getOrDefault("", List.of()).stream())
                .forEach(name -> {
                    addWords(document, name);
                    words.add(name);
                });
        if (presentation.profile(text.thing().type()).filter(Profile::whoAsks).isPresent()) {
            names(text).forEach(name -> addTerm(document, Fields.ROLE, Keys.of(name)));
        }
        words.forEach(each -> spellings.add(document, each));
    }

    private static Stream<String> names(ThingText text) {
        return Stream.concat(
                text.thing().labels().values().stream(),
                text.altLabels().values().stream().flatMap(List::stream));
    }

    private static void addText(Document document, String field, String lang, String value) {
        document.add(Fields.words(Fields.in(field, lang), value, Field.Store.YES));
    }

    private void addName(Document document, String field, String lang, String name, Set<String> words) {
        document.add(new StoredField(Fields.in(field, lang), name));
        addNameWords(document, lang, name, words);
    }

    private void addNameWords(Document document, String lang, String name, Set<String> words) {
        document.add(Fields.words(Fields.in(Fields.NAME, lang), name, Field.Store.NO));
        if (Languages.GLUING.contains(lang)) {
            document.add(Fields.words(Fields.in(Fields.PARTS, lang), name, Field.Store.NO));
        }
        addTerm(document, Fields.in(Fields.STEM_KEY, lang), analyzers.stemKey(lang, name));
        addWords(document, name);
        words.add(name);
    }

    private static void addWords(Document document, String name) {
        document.add(Fields.words(Fields.NAMES, name, Field.Store.NO));
        addTerm(document, Fields.KEY, Keys.of(name));
    }

    private static void addTerm(Document document, String field, String term) {
        if (!term.isEmpty() && term.length() <= Keys.LENGTH_MAX) {
            document.add(new StringField(field, term, Field.Store.NO));
        }
    }

    private static void addValues(Document document, String dimension, Set<String> values) {
        values.forEach(value -> document.add(new SortedSetDocValuesFacetField(dimension, value)));
    }

    private static void addDays(Document document, ThingText text) {
        LocalDate date = text.date();
        if (date != null) {
            document.add(new LongPoint(Fields.DATE, date.toEpochDay()));
            document.add(new NumericDocValuesField(Fields.SORT_DATE, date.toEpochDay()));
        }
        Times times = text.times();
        if (times.isTimeless() || times.undated()) {
            document.add(
                    new StringField(Fields.TIME, times.undated() ? Fields.UNDATED : Fields.TIMELESS, Field.Store.NO));
        }
        times.real().forEach(period -> document.add(period(period)));
    }

    private static LongRange period(Period period) {
        LocalDate until = period.until();
        return new LongRange(Fields.PERIOD, new long[] {period.from().toEpochDay()}, new long[] {
            until == null ? Long.MAX_VALUE : until.toEpochDay()
        });
    }
}
