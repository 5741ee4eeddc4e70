package org.werkgraaf.query;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a query found. */
public sealed interface Found {
    /** Whether the limit of rows or triples cut it. */
    boolean cut();

    /**
     * The answer to SELECT.
     *
     * @param variables the columns
     * @param rows the rows
     * @param cut whether there are more
     */
    record Rows(List<Var> variables, List<Binding> rows, boolean cut) implements Found {}

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
