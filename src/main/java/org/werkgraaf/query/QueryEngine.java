package org.werkgraaf.query;

import java.util.Iterator;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;

/** Where queries are answered: in this process, or by a store of its own. */
public interface QueryEngine {
    /**
     * Begins a query that the guard let pass.
     *
     * @param query the query, which is used up; what it says of graphs does not count, but the scope
     * @param scope what is asked
     * @param meter holds it to its limits
     * @return what it finds, to be read once in the form that the query has, and closed
     */
    Execution execute(Query query, QueryScope scope, Meter meter);

    /** A query that runs. It ends with {@link org.apache.jena.query.QueryCancelledException} when the meter ended it. */
    interface Execution extends AutoCloseable {
        /** The rows of SELECT, which are found while they are read. */
        Iterator<Binding> rows();

        /** The answer to ASK. */
        boolean truth();

        /** The triples of CONSTRUCT, some of them perhaps more than once. */
        Iterator<Triple> triples();

        @Override
        void close();
    }
}
