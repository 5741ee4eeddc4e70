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
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.werkgraaf.store.WatchedExecution;

/** Evaluates one query that the guard let pass, under a meter. */
public final class Evaluation {
    /** Triples that take less than this part of the memory of a query are kept together. */
    private static final int FEW_SHARE = 4;

    /** What it takes to know that a thing was described, in bytes. */
    private static final long THING = 200;

    private final QueryLimits limits;
    private final RemoteEndpoints endpoints;
    private final Meter meter;

    /**
     * @param limits what the query may use
     * @param endpoints what SERVICE may call
     * @param meter holds it to them
     */
    public Evaluation(QueryLimits limits, RemoteEndpoints endpoints, Meter meter) {
        this.limits = limits;
        this.endpoints = endpoints;
        this.meter = meter;
    }

    /**
     * Evaluates a query without FROM, in the transaction of the caller.
     *
     * @param query the query, which is used up: ARQ's copies leave out parts of CONSTRUCT WHERE and HAVING
     * @param dataset what to ask
     * @param described what DESCRIBE takes statements from
     * @param reader reads what is found while the query runs
     * @throws QueryCancelledException when the meter ended it; the meter knows why
     */
    public <T> T evaluate(Query query, DatasetGraph dataset, Graph described, Function<Found, T> reader) {
        if (query.isDescribeType()) {
            return described(query, dataset, described, reader);
        }
        try (QueryExec execution = execution(query, dataset)) {
            return reader.apply(found(execution, query, dataset));
        }
    }

    private Found found(QueryExec execution, Query query, DatasetGraph dataset) {
        if (query.isSelectType()) {
            RowSet found = execution.select();
            return new Found.Rows(found.getResultVars(), found, limits.rowsMax());
        }
        if (query.isAskType()) {
            return new Found.Truth(execution.ask());
        }
        return triples(execution.constructTriples(), query, dataset);
    }

    private QueryExec execution(Query query, DatasetGraph dataset) {
        return execution(query, dataset, meter, endpoints);
    }

    /** Makes the evaluation of a query under a meter. */
    static QueryExec execution(Query query, DatasetGraph dataset, Meter meter, RemoteEndpoints endpoints) {
        Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
        context.set(ARQConstants.symCancelQuery, meter.signal());
        RewriteFactory rewrite = own -> op -> Optimize.stdOptimizationFactory
                .create(own)
                .rewrite(Transformer.transformSkipService(new TransformCopy(), new BoundedFunctions(meter), op));
        context.set(ARQConstants.sysOptimizerFactory, rewrite);
        WatchedExecution.apply(context, meter);
        endpoints.apply(context, meter);
        return QueryExecDatasetBuilder.create()
                .dataset(dataset)
                .query(query)
                .context(context)
                .build();
    }

    private static Graph graph(Query query, DatasetGraph dataset) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        dataset.prefixes().forEach((prefix, iri) -> graph.getPrefixMapping().setNsPrefix(prefix, iri));
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        return graph;
    }

    private Found.Triples triples(Iterator<Triple> found, Query query, DatasetGraph dataset) {
        return new Found.Triples(
                graph(query, dataset), found, limits.rowsMax(), limits.memoryBytesMax() / FEW_SHARE, meter);
    }

    /** The statements about what is named and what the pattern finds. */
    private <T> T described(Query query, DatasetGraph dataset, Graph all, Function<Found, T> reader) {
        List<Node> named = List.copyOf(query.getResultURIs());
        boolean asks = query.getQueryPattern() != null
                && (query.isQueryResultStar() || !query.getProjectVars().isEmpty());
        if (!asks) {
            return reader.apply(triples(statements(named.iterator(), all), query, dataset));
        }
        query.setQuerySelectType();
        query.setDistinct(true);
        try (QueryExec execution = execution(query, dataset)) {
            Iterator<Node> things = Iter.concat(Iter.flatMap(execution.select(), Evaluation::things), named.iterator());
            return reader.apply(triples(statements(things, all), query, dataset));
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
