package org.werkgraaf.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;

/**
 * The index held against the graph.
 *
 * @param agrees whether release and counts are the same
 * @param graphRelease release of the graph
 * @param indexRelease release of the index
 * @param types counts in graph and index of each class
 */
public record IndexCheck(boolean agrees, String graphRelease, String indexRelease, Map<String, Counts> types) {
    /**
     * @param graph entities in the graph
     * @param index documents in the index
     */
    public record Counts(long graph, long index) {}

    /**
     * Compares.
     *
     * @param graph the union of all graphs
     * @param release id of the graph's release
     * @param stamp what the index says of itself
     */
    public static IndexCheck of(Graph graph, String release, Stamp stamp) {
        Map<String, Long> expected = ThingReader.counts(graph);
        Map<String, Counts> types = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(stamp.counts().keySet());
        names.forEach(name -> types.put(
                name, new Counts(expected.getOrDefault(name, 0L), stamp.counts().getOrDefault(name, 0L))));
        boolean agrees = !release.isEmpty()
                && release.equals(stamp.release())
                && types.values().stream().allMatch(counts -> counts.graph() == counts.index());
        return new IndexCheck(agrees, release, stamp.release(), types);
    }
}
