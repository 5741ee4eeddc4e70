package org.werkgraaf.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Evaluates one query that the guard let pass, under a meter. */
public final class Evaluation {
    /** Triples that take less than this part of the memory of a query are kept together. */
    private static final int FEW_SHARE = 4;

    /** What it takes to know that a thing was described, in bytes. */
    private static final long THING = 200;

    private final QueryEngine engine;
    private final QueryLimits limits;
    private final Meter meter;

    /**
     * @param engine answers it
     * @param limits what the query may use
     * @param meter holds it to them
     */
    public Evaluation(QueryEngine engine, QueryLimits limits, Meter meter) {
        this.engine = engine;
        this.limits = limits;
        this.meter = meter;
    }

    /**
     * Evaluates a query in the transaction of the caller.
     *
     * @param query the query, which is used up: ARQ's copies leave out parts of CONSTRUCT WHERE and HAVING
     * @param scope what to ask; what the query says of graphs does not count
     * @param reader reads what is found while the query runs
     * @throws QueryCancelledException when the meter ended it; the meter knows why
     */
    public <T> T evaluate(Query query, QueryScope scope, Function<Found, T> reader) {
        if (query.isDescribeType()) {
            return described(query, scope, reader);
        }
        // An engine may make another query of it.
        QueryType form = query.queryType();
        List<Var> variables = List.copyOf(query.getProjectVars());
        try (QueryEngine.Execution execution = engine.execute(query, scope, meter)) {
            return reader.apply(
                    switch (form) {
                        case SELECT -> new Found.Rows(variables, execution.rows(), limits.rowsMax());
                        case ASK -> new Found.Truth(execution.truth());
                        default -> triples(execution.triples(), query, scope);
                    });
        }
    }

    private static Graph graph(Query query, QueryScope scope) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        scope.dataset()
                .prefixes()
                .forEach((prefix, iri) -> graph.getPrefixMapping().setNsPrefix(prefix, iri));
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        return graph;
    }

    private Found.Triples triples(Iterator<Triple> found, Query query, QueryScope scope) {
        return new Found.Triples(
                graph(query, scope), found, limits.rowsMax(), limits.memoryBytesMax() / FEW_SHARE, meter);
    }

    /** The statements about what is named and what the pattern finds. */
    private <T> T described(Query query, QueryScope scope, Function<Found, T> reader) {
        Graph all = scope.described();
        List<Node> named = List.copyOf(query.getResultURIs());
        boolean asks = query.getQueryPattern() != null
                && (query.isQueryResultStar() || !query.getProjectVars().isEmpty());
        if (!asks) {
            return reader.apply(triples(statements(named.iterator(), all), query, scope));
        }
        query.setQuerySelectType();
        query.setDistinct(true);
        try (QueryEngine.Execution execution = engine.execute(query, scope, meter)) {
            Iterator<Node> things = Iter.concat(Iter.flatMap(execution.rows(), Evaluation::things), named.iterator());
            return reader.apply(triples(statements(things, all), query, scope));
        }
    }

    private static Iterator<Node> things(Binding row) {
        List<Node> things = new ArrayList<>();
        row.forEach((variable, value) -> {
            if (!value.isLiteral()) {
                things.add(value);
            }
        });
        return things.iterator();
    }

    /** The statements about each of the things once, with those of the blank nodes that they lead to. */
    private Iterator<Triple> statements(Iterator<Node> things, Graph all) {
        Set<Node> told = new HashSet<>();
        return Iter.flatMap(Iter.filter(things, thing -> isNew(thing, told)), thing -> statements(thing, all, told));
    }

    private Iterator<Triple> statements(Node thing, Graph all, Set<Node> told) {
        return Iter.flatMap(all.find(thing, Node.ANY, Node.ANY), triple -> {
            Iterator<Triple> itself = List.of(triple).iterator();
            Node object = triple.getObject();
            return object.isBlank() && isNew(object, told)
                    ? Iter.concat(itself, statements(object, all, told))
                    : itself;
        });
    }

    private boolean isNew(Node thing, Set<Node> told) {
        boolean fresh = told.add(thing);
        if (fresh) {
            meter.keep(THING);
        }
        return fresh;
    }
}
