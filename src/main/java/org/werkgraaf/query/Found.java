package org.werkgraaf.query;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.werkgraaf.store.RowSize;

/** What a query found. */
public sealed interface Found {
    /** Whether the limit of rows or triples cut it. */
    boolean cut();

    /** The answer to SELECT: rows that are found while they are read, once. */
    final class Rows implements Found {
        private final List<Var> variables;
        private final Iterator<Binding> rows;
        private final long max;
        private long read;

        /**
         * @param variables the columns
         * @param rows all rows that there are
         * @param max how many of them are given
         */
        Rows(List<Var> variables, Iterator<Binding> rows, long max) {
            this.variables = variables;
            this.rows = rows;
            this.max = max;
        }

        /** The columns. */
        public List<Var> variables() {
            return variables;
        }

        /** The rows, of which each is gone when the next one is asked for. */
        public Iterator<Binding> rows() {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return read < max && rows.hasNext();
                }

                @Override
                public Binding next() {
                    read++;
                    return rows.next();
                }
            };
        }

        /** Whether there are more rows; known when all that are given were read. */
        @Override
        public boolean cut() {
            return read == max && rows.hasNext();
        }
    }

    /**
     * The answer to ASK.
     *
     * @param value true or false
     */
    record Truth(boolean value) implements Found {
        @Override
        public boolean cut() {
            return false;
        }
    }

    /** The answer to CONSTRUCT and DESCRIBE: triples that are found while they are read, once; each is given once. */
    final class Triples implements Found {
        /** A triple in a graph with its indexes, and in what a writer makes of the graph; an estimate on the high side. */
        private static final long IN_GRAPH = 2000;

        private final Graph graph;
        private final Iterator<Triple> triples;
        private final long max;
        private final long fewBytes;
        private final Meter meter;
        private long bytes;
        private boolean cut;

        /**
         * @param graph has the prefixes, and no triples
         * @param triples all triples that there are, some of them more than once
         * @param max how many of them are given
         * @param fewBytes what a few of them take of the memory at most
         * @param meter is told what is kept
         */
        Triples(Graph graph, Iterator<Triple> triples, long max, long fewBytes, Meter meter) {
            this.graph = graph;
            this.triples = triples;
            this.max = max;
            this.fewBytes = fewBytes;
            this.meter = meter;
        }

        /** Whether there are more triples; known when all that are given were read. */
        @Override
        public boolean cut() {
            return cut;
        }

        /** All triples that are given, with the prefixes. */
        public Graph graph() {
            read(Long.MAX_VALUE);
            return graph;
        }

        /** Whether all that are given take a small part of the memory that the query may keep. If so, they are in it now. */
        public boolean areFew() {
            return read(fewBytes);
        }

        /** Reads triples into the graph until they take so many bytes, and says whether those are all that are given. */
        private boolean read(long bytesMax) {
            while (triples.hasNext()) {
                if (bytes >= bytesMax) {
                    return false;
                }
                meter.check();
                Triple triple = triples.next();
                if (!graph.contains(triple)) {
                    if (graph.size() == max) {
                        cut = true;
                        return true;
                    }
                    long more = IN_GRAPH + texts(triple);
                    bytes += more;
                    meter.keep(more);
                    graph.add(triple);
                }
            }
            return true;
        }

        /** The prefixes. */
        public Map<String, String> prefixes() {
            return graph.getPrefixMapping().getNsPrefixMap();
        }

        /** Gives each triple once and keeps no more of it than a digest. */
        public void forEach(Consumer<Triple> reader) {
            TripleDigests seen = new TripleDigests(meter);
            graph.stream().forEach(triple -> {
                seen.add(triple);
                reader.accept(triple);
            });
            while (triples.hasNext()) {
                meter.check();
                Triple triple = triples.next();
                if (seen.size() == max) {
                    cut = !seen.contains(triple);
                    if (cut) {
                        return;
                    }
                } else if (seen.add(triple)) {
                    reader.accept(triple);
                }
            }
        }

        private long texts(Triple triple) {
            return meter.madeTexts()
                    ? RowSize.text(triple.getSubject())
                            + RowSize.text(triple.getPredicate())
                            + RowSize.text(triple.getObject())
                    : 0;
        }
    }
}
