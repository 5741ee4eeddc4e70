package org.werkgraaf.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an index says of itself.
 *
 * @param release id of the release from which it was made
 * @param format how it was made
 * @param counts how many documents there are of each class
 * @param labels label of each class by language
 * @param anchors parameter of the facet that counts the things of a class, by class, for those that lift what is linked to them
 * @param norms classes of norms, which lift the provisions that create them and the cases on them
 * @param askedBy classes that a word of a question asks for, by word in lower case and without accents
 * @param kinds what the things of each class are called, one of them and together
 * @param relations what the relation of each facet that counts values of properties is called, by parameter
 */
public record Stamp(
        String release,
        String format,
        Map<String, Long> counts,
        Map<String, Map<String, String>> labels,
        Map<String, String> anchors,
        Set<String> norms,
        Map<String, Set<String>> askedBy,
        Map<String, List<Called>> kinds,
        Map<String, List<Called>> relations) {
    /**
     * @param lang language of the text
     * @param text a name
     */
    public record Called(String lang, String text) {}

    /** The stamp of no index. */
    public static final Stamp NONE =
            new Stamp("", "", Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Map.of());

    static final String RELEASE = "release";
    static final String FORMAT = "format";
    static final String COUNT = "count.";
    static final String LABEL = "label.";
    static final String ANCHOR = "anchor.";
    static final String NORM = "norm.";
    static final String ASKED_BY = "askedBy.";
    static final String KIND = "kind.";
    static final String RELATION = "relation.";

    static Stamp of(Map<String, String> data) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Map<String, String>> labels = new TreeMap<>();
        Map<String, String> anchors = new TreeMap<>();
        Set<String> norms = new TreeSet<>();
        Map<String, Set<String>> askedBy = new TreeMap<>();
        Map<String, List<Called>> kinds = new TreeMap<>();
        Map<String, List<Called>> relations = new TreeMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(KIND)) {
                kinds.put(key.substring(KIND.length()), called(value));
            } else if (key.startsWith(RELATION)) {
                relations.put(key.substring(RELATION.length()), called(value));
            } else if (key.startsWith(COUNT)) {
                counts.put(key.substring(COUNT.length()), Long.valueOf(value));
            } else if (key.startsWith(LABEL)) {
                String[] parts = key.substring(LABEL.length()).split("\\.");
                labels.computeIfAbsent(parts[0], type -> new TreeMap<>()).put(parts[1], value);
            } else if (key.startsWith(ANCHOR)) {
                anchors.put(key.substring(ANCHOR.length()), value);
            } else if (key.startsWith(NORM)) {
                norms.add(key.substring(NORM.length()));
            } else if (key.startsWith(ASKED_BY)) {
                List.of(value.split(" "))
                        .forEach(word -> askedBy.computeIfAbsent(word, each -> new TreeSet<>())
                                .add(key.substring(ASKED_BY.length())));
            }
        });
        return new Stamp(
                data.getOrDefault(RELEASE, ""),
                data.getOrDefault(FORMAT, ""),
                counts,
                labels,
                anchors,
                norms,
                askedBy,
                kinds,
                relations);
    }

    private static List<Called> called(String lines) {
        return lines.lines()
                .map(line -> new Called(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)))
                .toList();
    }

    /** The documents of all classes together. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
