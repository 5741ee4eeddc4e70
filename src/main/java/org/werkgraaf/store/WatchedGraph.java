package org.werkgraaf.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;

/** A graph of which each triple that a query reads is counted, for readers that do not ask whether time is up. */
final class WatchedGraph extends WrappedGraph {
    /** A node in the lists and sets of a path, or a triple among those that a union has given out. */
    private static final int READ = 50;

    private final Watch watch;
    private final @Nullable OperatorMemory byReader;

    private WatchedGraph(Graph graph, Watch watch, @Nullable OperatorMemory byReader) {
        super(graph);
        this.watch = watch;
        this.byReader = byReader;
    }

    /** A graph whose reader keeps what it finds, as a property path does. */
    static Graph kept(Graph graph, Watch watch, OperatorMemory byReader) {
        return new WatchedGraph(graph, watch, byReader);
    }

    /** A graph that itself remembers what it gave out until it has given all, as a union of graphs does. */
    static Graph passing(Graph graph, Watch watch) {
        return new WatchedGraph(graph, watch, null);
    }

    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
        watch.check();
        return counted(super.find(triple));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node property, Node object) {
        watch.check();
        return counted(super.find(subject, property, object));
    }

    private ExtendedIterator<Triple> counted(ExtendedIterator<Triple> found) {
        return new Counted(found, byReader == null ? new OperatorMemory(watch) : byReader);
    }

    private final class Counted extends WrappedIterator<Triple> {
        private final OperatorMemory kept;

        Counted(ExtendedIterator<Triple> found, OperatorMemory kept) {
            super(found, true);
            this.kept = kept;
        }

        @Override
        public boolean hasNext() {
            boolean more = super.hasNext();
            if (!more) {
                end();
            }
            return more;
        }

        @Override
        public Triple next() {
            watch.check();
            kept.add(READ);
            return super.next();
        }

        @Override
        public void close() {
            end();
            super.close();
        }

        private void end() {
            if (byReader == null) {
                kept.release();
            }
        }
    }
}
