package org.werkgraaf.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One published state of the whole graph.
 *
 * @param id date and the first digits of the digest, such as {@code 2026-11-22-1f3a}
 * @param digest SHA-256 over the digests of all graphs, in hexadecimal
 * @param contentDigest SHA-256 over the files from which it was made
 * @param publishedAt when it was published
 * @param graphs the graphs with their digest and size, by the text of their IRI
 */
public record Release(
        String id, String digest, String contentDigest, Instant publishedAt, Map<String, GraphState> graphs) {
    /** Keeps the graphs in the order of their names. */
    public Release {
        graphs = Map.copyOf(graphs);
    }

    /** How many triples the graphs hold together; one that stands in two graphs counts twice. */
    public long triples() {
        return graphs.values().stream().mapToLong(GraphState::triples).sum();
    }

    /** The graphs in the order of their names. */
    public Map<String, GraphState> sortedGraphs() {
        return new TreeMap<>(graphs);
    }

    /**
     * @param digest SHA-256 over the sorted triples
     * @param triples how many
     */
    public record GraphState(String digest, long triples) {}
}
