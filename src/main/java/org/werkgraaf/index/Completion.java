package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.werkgraaf.vocabulary.Languages;

/**
 * Completes names while somebody types: the most linked entities of which a name, or a word in a name, begins so.
 *
 * <p>Each beginning of some lengths is a term with a weight. Lucene skips the blocks of documents that weigh too little, so
 * that the cost depends on how many are asked for, not on how many begin so.
 */
final class Completion {
    private static final int STARTS_MAX = 4;
    private static final int LONG_NAME = 50;
    private static final int NAME_MAX = 160;
    /** How many characters the terms have; what is typed beyond the longest that fits is compared with the names. */
    private static final List<Integer> LENGTHS = List.of(2, 3, 4, 5, 6, 8, 10, 13);

    private static final int TYPED_MIN = LENGTHS.get(0);
    /** How many entities are compared with what is typed, when no term is as long. */
    private static final int COMPARED_MAX = 200;
    /** What a name counts for that begins so, and one with a later word that does. */
    private static final int BEGINS = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Completion() {}

    /**
     * Lets names be found by their beginning and, after all names that begin so, by their later words.
     *
     * @param names the names in one language, each with its weight
     */
    static void add(Document document, String lang, Map<String, Integer> names) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        names.forEach((name, weight) -> starts(name).forEach(start -> {
            int share = start.first() ? weight * BEGINS : weight;
            LENGTHS.stream()
                    .filter(length -> length <= start.text().length())
                    .forEach(length -> weights.merge(start.text().substring(0, length), share, Math::max));
        }));
        weights.forEach((beginning, weight) ->
                document.add(new FeatureField(Fields.in(Fields.BEGINNING, lang), beginning, 1f + weight)));
    }

    /**
     * @param typed the beginning of a name, of at least two letters or digits
     * @param lang the language whose names come first
     * @param max how many entities
     * @return the names found, best first, each of another entity
     */
    static List<Found> find(IndexSearcher searcher, String typed, String lang, int max) throws IOException {
        String beginning = folded(typed);
        if (beginning.length() < TYPED_MIN || max < 1) {
            return List.of();
        }
        Map<Integer, Found> found = new LinkedHashMap<>();
        take(names(searcher, beginning, lang, max), found, max);
        if (found.size() < max) {
            List<Found> others = new ArrayList<>();
            for (String other : Languages.READ) {
                others.addAll(names(searcher, beginning, other, max));
            }
            others.sort(Comparator.comparingDouble(each -> -each.weight()));
            take(others, found, max);
        }
        return List.copyOf(found.values());
    }

    private static void take(List<Found> names, Map<Integer, Found> found, int max) {
        names.stream().limit(max).forEach(name -> {
            if (found.size() < max) {
                found.putIfAbsent(name.document(), name);
            }
        });
    }

    private static List<Found> names(IndexSearcher searcher, String beginning, String lang, int max)
            throws IOException {
        int length = LENGTHS.stream()
                .filter(each -> each <= beginning.length())
                .reduce((a, b) -> b)
                .orElseThrow();
        int candidates = length == beginning.length() ? max : COMPARED_MAX;
        List<Found> names = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(
                        FeatureField.newLinearQuery(
                                Fields.in(Fields.BEGINNING, lang), beginning.substring(0, length), 1f),
                        new TopScoreDocCollectorManager(candidates, 1))
                .scoreDocs) {
            if (names.size() < max) {
                name(searcher, hit.doc, lang, beginning)
                        .ifPresent(name -> names.add(new Found(hit.doc, name, lang, hit.score)));
            }
        }
        return names;
    }

    /** The name that begins so, else the one with a word that does; labels go before other names. */
    private static Optional<String> name(IndexSearcher searcher, int document, String lang, String beginning)
            throws IOException {
        Set<String> fields =
                Fields.NAMED.stream().map(field -> Fields.in(field, lang)).collect(Collectors.toSet());
        Document stored = searcher.storedFields().document(document, fields);
        String within = null;
        for (String field : Fields.NAMED) {
            for (String name : stored.getValues(Fields.in(field, lang))) {
                for (Start start : starts(name)) {
                    if (start.text().startsWith(beginning)) {
                        if (start.first()) {
                            return Optional.of(name);
                        }
                        within = within == null ? name : within;
                    }
                }
            }
        }
        return Optional.ofNullable(within);
    }

    /** Where somebody may begin to type a name. Nobody types a long name from its middle. */
    private static List<Start> starts(String name) {
        if (name.length() > NAME_MAX) {
            return List.of();
        }
        List<String> words = words(name);
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < words.size() && i < (name.length() > LONG_NAME ? 1 : STARTS_MAX); i++) {
            if (i == 0 || words.get(i).length() > 3) {
                starts.add(new Start(String.join(" ", words.subList(i, words.size())), i == 0));
            }
        }
        return starts;
    }

    private static String folded(String text) {
        return String.join(" ", words(text));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(Fields.fold(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /**
     * @param document the entity's
     * @param name the name that begins so, or has a word that does
     * @param lang its language
     * @param weight how much is linked to the entity, and whether the name begins so
     */
    record Found(int document, String name, String lang, float weight) {}

    private record Start(String text, boolean first) {}
}
