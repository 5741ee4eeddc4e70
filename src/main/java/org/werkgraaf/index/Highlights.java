package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.index.SearchResult.Match;
import org.werkgraaf.vocabulary.Languages;

/** Where the words of a question stand in each hit. */
final class Highlights {
    /** Between the values of a field, in the text that is highlighted. */
    static final char BETWEEN_VALUES = Highlighting.BETWEEN_VALUES;

    private static final int MATCHES_MAX = 3;

    private final List<List<Match>> byHit;

    private Highlights(List<List<Match>> byHit) {
        this.byHit = byHit;
    }

    static Highlights none() {
        return new Highlights(List.of());
    }

    static Highlights of(Generation generation, Query query, int[] documents, String lang) throws IOException {
        if (documents.length == 0) {
            return none();
        }
        Highlighting highlighter = new Highlighting(
                generation.texts(),
                UnifiedHighlighter.builder(
                                generation.searcher(), generation.analyzers().perField())
                        // A word found in one field is shown wherever it stands.
                        .withFieldMatcher(field -> true)
                        .withWeightMatches(false)
                        .withFormatter(new DefaultPassageFormatter("<em>", "</em>", " … ", true))
                        .withMaxNoHighlightPassages(0));
        List<List<Match>> byHit = new ArrayList<>();
        for (int ignored : documents) {
            byHit.add(new ArrayList<>());
        }
        // Names and what we say in the reader's language are short; the rest is read for hits that nothing else
        // explains.
        List<Place> names = places(lang, Fields.NAMED);
        names.add(new Place(Fields.DEFINITION, lang));
        explain(highlighter, query, documents, names, byHit);
        explain(highlighter, query, documents, places(lang, List.of(Fields.DEFINITION)), byHit);
        explain(highlighter, query, documents, places(lang, List.of(Fields.PASSAGE)), byHit);
        return new Highlights(byHit.stream().map(List::copyOf).toList());
    }

    /** Adds what these places show to the hits that have nothing yet. */
    private static void explain(
            UnifiedHighlighter highlighter, Query query, int[] documents, List<Place> places, List<List<Match>> byHit)
            throws IOException {
        int[] left = IntStream.range(0, documents.length)
                .filter(hit -> byHit.get(hit).isEmpty())
                .toArray();
        if (left.length == 0) {
            return;
        }
        int[] wanted = IntStream.of(left).map(hit -> documents[hit]).toArray();
        List<List<Match>> found = matches(highlighter, query, wanted, places);
        for (int i = 0; i < left.length; i++) {
            byHit.get(left[i]).addAll(found.get(i));
        }
    }

    private static List<List<Match>> matches(
            UnifiedHighlighter highlighter, Query query, int[] documents, List<Place> places) throws IOException {
        String[] fields = places.stream().map(Place::name).toArray(String[]::new);
        int[] passages = new int[fields.length];
        Arrays.fill(passages, 1);
        Map<String, String[]> found = highlighter.highlightFields(fields, query, documents, passages);
        List<List<Match>> byHit = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            byHit.add(matches(places, found, i));
        }
        return byHit;
    }

    List<Match> of(int hit) {
        return byHit.isEmpty() ? List.of() : byHit.get(hit);
    }

    private static List<Match> matches(List<Place> places, Map<String, String[]> found, int hit) {
        List<Match> matches = new ArrayList<>();
        for (Place place : places) {
            @Nullable String text = Objects.requireNonNull(found.get(place.name()))[hit];
            if (text != null && text.contains("<em>") && matches.size() < MATCHES_MAX) {
                matches.add(new Match(place.field(), place.lang(), text));
            }
        }
        return List.copyOf(matches);
    }

    /** The reader's language first within each field. */
    private static List<Place> places(String lang, List<String> fields) {
        Set<String> langs = new LinkedHashSet<>(List.of(lang));
        langs.addAll(Languages.ALL);
        return fields.stream()
                .flatMap(field -> langs.stream().map(each -> new Place(field, each)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private record Place(String field, String lang) {
        String name() {
            return Fields.in(field, lang);
        }
    }

    private static final class Highlighting extends UnifiedHighlighter {
        static final char BETWEEN_VALUES = MULTIVAL_SEP_CHAR;

        private final ReadTexts texts;

        Highlighting(ReadTexts texts, Builder builder) {
            super(builder);
            this.texts = texts;
        }

        @Override
        protected FieldOffsetStrategy getOffsetStrategy(OffsetSource source, UHComponents components) {
            return new WordOffsets(components, texts);
        }
    }
}
