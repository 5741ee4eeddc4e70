package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.index.SearchResult.Match;

/** Where the words of a question stand in each hit. */
final class Highlights {
    private static final int MATCHES_MAX = 3;

    private final List<List<Match>> byHit;

    private Highlights(List<List<Match>> byHit) {
        this.byHit = byHit;
    }

    static Highlights none() {
        return new Highlights(List.of());
    }

    static Highlights of(IndexSearcher searcher, Analyzers analyzers, Query query, int[] documents, String lang)
            throws IOException {
        if (documents.length == 0) {
            return none();
        }
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzers.perField())
                // A word found in one field is shown wherever it stands.
                .withFieldMatcher(field -> true)
                .withWeightMatches(false)
                .withFormatter(new DefaultPassageFormatter("<em>", "</em>", " … ", true))
                .withMaxNoHighlightPassages(0)
                .build();
        List<List<Match>> byHit = matches(highlighter, query, documents, places(lang, Fields.SAID_BY_US));
        int[] unexplained = IntStream.range(0, documents.length)
                .filter(hit -> byHit.get(hit).isEmpty())
                .toArray();
        if (unexplained.length > 0) {
            // Passages are many and long: they are read only for hits that nothing else explains.
            int[] left = IntStream.of(unexplained).map(hit -> documents[hit]).toArray();
            List<List<Match>> more = matches(highlighter, query, left, places(lang, List.of(Fields.PASSAGE)));
            for (int i = 0; i < unexplained.length; i++) {
                byHit.set(unexplained[i], more.get(i));
            }
        }
        return new Highlights(byHit);
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
            @Nullable String text = found.get(place.name())[hit];
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
                .toList();
    }

    private record Place(String field, String lang) {
        String name() {
            return Fields.in(field, lang);
        }
    }
}
