package org.werkgraaf.query;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

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

    /**
     * The answer to CONSTRUCT and DESCRIBE.
     *
     * @param graph the triples
     * @param cut whether there are more
     */
    record Triples(Graph graph, boolean cut) implements Found {}
}
