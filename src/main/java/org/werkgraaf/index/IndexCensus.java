package org.werkgraaf.index;

import java.util.Map;

/**
 * What stands in an index, counted.
 *
 * @param release id of the release from which it was made
 * @param types documents of each class
 * @param languages documents with a label in each language
 */
public record IndexCensus(String release, Map<String, Long> types, Map<String, Long> languages) {
    /** The census of no index. */
    public static final IndexCensus NONE = new IndexCensus("", Map.of(), Map.of());
}
