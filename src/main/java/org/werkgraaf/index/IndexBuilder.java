package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Collator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.werkgraaf.vocabulary.Wg;
import tools.jackson.databind.json.JsonMapper;

/** Writes a new index from a graph: one document per entity, stamped with the release. */
final class IndexBuilder {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FacetsConfig FACETS = Fields.facets();

    private final Map<String, Collator> collators = new TreeMap<>();

    IndexBuilder() {
        Languages.ALL.forEach(lang -> collators.put(lang, Collator.getInstance(Locale.forLanguageTag(lang))));
    }

    /**
     * @param graph the union of all graphs
     * @param releaseId the release that it belongs to
     * @param folder where the index is written; must not hold one
     */
    void build(Graph graph, String releaseId, Path folder) {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config())) {
            Map<String, Long> counts = new TreeMap<>();
            new ThingReader(graph).forEach(thing -> {
                counts.merge(thing.thing().type(), 1L, Long::sum);
                add(writer, thing);
            });
            writer.setLiveCommitData(stamp(graph, releaseId, counts).entrySet());
            writer.forceMerge(1);
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the index to " + folder, e);
        }
    }

    /** The packaged content fits in one buffer, and so in one segment that need not be merged. */
    private static IndexWriterConfig config() {
        return new IndexWriterConfig(Analyzers.perField()).setRAMBufferSizeMB(64);
    }

    private static Map<String, String> stamp(Graph graph, String releaseId, Map<String, Long> counts) {
        Map<String, String> stamp = new LinkedHashMap<>();
        stamp.put(Stamp.RELEASE, releaseId);
        stamp.put(Stamp.FORMAT, IndexFormat.current());
        counts.forEach((type, count) -> stamp.put(Stamp.COUNT + type, Long.toString(count)));
        counts.keySet().forEach(type -> graph.stream(
                        org.apache.jena.graph.NodeFactory.createURI(Wg.NS + type), RDFS.label.asNode(), Node.ANY)
                .forEach(triple -> stamp.put(
                        Stamp.LABEL + type + "." + triple.getObject().getLiteralLanguage(),
                        triple.getObject().getLiteralLexicalForm())));
        return stamp;
    }

    private void add(IndexWriter writer, ThingText text) {
        try {
            writer.addDocument(FACETS.build(document(text)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot index " + text.thing().id(), e);
        }
    }

    private Document document(ThingText text) {
        Thing thing = text.thing();
        Document document = new Document();
        document.add(new StringField(Fields.ID, thing.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(thing.id())));
        document.add(new StoredField(Fields.THING, JSON.writeValueAsBytes(thing)));
        document.add(new FeatureField(Fields.FEATURES, Fields.LINKS, 1f + text.links()));
        addTexts(document, text);
        text.keys().forEach(key -> addKey(document, key));
        text.facets().forEach((facet, values) -> values.forEach(
                value -> document.add(new SortedSetDocValuesFacetField(facet.parameter(), value))));
        addDays(document, text);
        collators.forEach((lang, collator) -> document.add(new SortedDocValuesField(
                Fields.in(Fields.SORT_LABEL, lang),
                new BytesRef(collator.getCollationKey(thing.label(lang)).toByteArray()))));
        return document;
    }

    private static void addTexts(Document document, ThingText text) {
        for (String lang : Languages.ALL) {
            String label = text.thing().labels().get(lang);
            if (label != null) {
                addText(document, Fields.LABEL, lang, label);
                addName(document, label);
            }
            for (String alt : text.altLabels().getOrDefault(lang, java.util.List.of())) {
                addText(document, Fields.ALT, lang, alt);
                addName(document, alt);
            }
            String definition = text.thing().summaries().get(lang);
            if (definition != null) {
                addText(document, Fields.DEFINITION, lang, definition);
            }
            text.passages()
                    .getOrDefault(lang, java.util.List.of())
                    .forEach(passage -> addText(document, Fields.PASSAGE, lang, passage));
        }
        text.altLabels().getOrDefault("", java.util.List.of()).forEach(alt -> addName(document, alt));
    }

    private static void addText(Document document, String field, String lang, String value) {
        document.add(new TextField(Fields.in(field, lang), value, Field.Store.YES));
    }

    private static void addName(Document document, String name) {
        document.add(new TextField(Fields.NAMES, name, Field.Store.NO));
        addKey(document, name);
    }

    private static void addKey(Document document, String text) {
        byte[] key = Fields.key(text).getBytes(StandardCharsets.UTF_8);
        if (key.length > 0 && key.length <= 1000) {
            document.add(new StringField(Fields.KEY, new BytesRef(key), Field.Store.NO));
        }
    }

    private static void addDays(Document document, ThingText text) {
        LocalDate date = text.date();
        if (date != null) {
            document.add(new LongPoint(Fields.DATE, date.toEpochDay()));
            document.add(new NumericDocValuesField(Fields.SORT_DATE, date.toEpochDay()));
        }
        LocalDate from = text.validFrom();
        LocalDate until = text.validUntil();
        document.add(new LongPoint(Fields.VALID_FROM, from == null ? Long.MIN_VALUE : from.toEpochDay()));
        document.add(new LongPoint(Fields.VALID_UNTIL, until == null ? Long.MAX_VALUE : until.toEpochDay()));
    }
}
