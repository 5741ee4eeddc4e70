package org.werkgraaf.index;

import org.apache.jena.graph.Graph;
import org.werkgraaf.store.OpenRelease;

/** The index of one release, open, and since when each of its things is as it is. */
public final class OpenIndex implements AutoCloseable {
    private final Generation generation;
    private final Changes changes;

    OpenIndex(Generation generation, Changes changes) {
        this.generation = generation;
        this.changes = changes;
    }

    Generation generation() {
        return generation;
    }

    Changes changes() {
        return changes;
    }

    /**
     * Holds every document against the graph.
     *
     * @param graph the union of the graphs of the same release
     */
    public DeepCheck deepCheck(Graph graph) {
        return DeepCheck.of(generation, graph);
    }

    /** Has it served, and closed, with a release. */
    public void attachTo(OpenRelease release) {
        release.attach(OpenIndex.class, this, this::close);
    }

    /** Lets go of the files. */
    @Override
    public void close() {
        generation.close();
    }
}
