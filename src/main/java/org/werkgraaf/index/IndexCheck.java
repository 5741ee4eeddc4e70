package org.werkgraaf.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.ClassNames;

/**
 * The index held against the graph, by counts.
 *
 * @param agrees whether release and counts are the same
 * @param graphRelease release of the graph
 * @param indexRelease release of the index
 * @param types counts in graph and index of each class
 * @param languages counts in graph and index of the entities with a label in each language
 */
public record IndexCheck(
        boolean agrees,
        String graphRelease,
        String indexRelease,
        Map<String, Counts> types,
        Map<String, Counts> languages) {
    /**
     * @param graph entities in the graph, or passages that are searched
     * @param index documents in the index
     */
    public record Counts(long graph, long index) {}

    /**
     * Compares.
     *
     * @param graph the union of all graphs
     * @param release id of the graph's release
     * @param census what stands in the index
     */
    public static IndexCheck of(Graph graph, String release, IndexCensus census) {
        IndexedClasses classes = new IndexedClasses(graph, Presentation.of(graph));
        Map<String, Long> inGraph = new TreeMap<>(classes.counts());
        inGraph.put(ClassNames.PASSAGE, new PassageReader(graph).count());
        Map<String, Counts> types = side(inGraph, census.types());
        Map<String, Counts> languages = side(classes.languages(), census.languages());
        boolean agrees = !release.isEmpty()
                && release.equals(census.release())
                && types.values().stream().allMatch(counts -> counts.graph() == counts.index())
                && languages.values().stream().allMatch(counts -> counts.graph() == counts.index());
        return new IndexCheck(agrees, release, census.release(), types, languages);
    }

    private static Map<String, Counts> side(Map<String, Long> graph, Map<String, Long> index) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(graph.keySet());
        names.addAll(index.keySet());
        names.forEach(name -> counts.put(name, new Counts(graph.getOrDefault(name, 0L), index.getOrDefault(name, 0L))));
        return counts;
    }
}
