package org.werkgraaf.index;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an index says of itself.
 *
 * @param release id of the release from which it was made
 * @param format how it was made
 * @param counts how many documents there are of each class
 * @param labels label of each class by language
 */
public record Stamp(String release, String format, Map<String, Long> counts, Map<String, Map<String, String>> labels) {
    /** The stamp of no index. */
    public static final Stamp NONE = new Stamp("", "", Map.of(), Map.of());

    static final String RELEASE = "release";
    static final String FORMAT = "format";
    static final String COUNT = "count.";
    static final String LABEL = "label.";

    static Stamp of(Map<String, String> data) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Map<String, String>> labels = new TreeMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(COUNT)) {
                counts.put(key.substring(COUNT.length()), Long.valueOf(value));
            } else if (key.startsWith(LABEL)) {
                String[] parts = key.substring(LABEL.length()).split("\\.");
                labels.computeIfAbsent(parts[0], type -> new TreeMap<>()).put(parts[1], value);
            }
        });
        return new Stamp(data.getOrDefault(RELEASE, ""), data.getOrDefault(FORMAT, ""), counts, labels);
    }

    /** The documents of all classes together. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
