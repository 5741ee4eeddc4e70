package org.werkgraaf.query;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
import org.werkgraaf.store.RowSize;
import org.werkgraaf.store.WatchedExecution;

/** Evaluates one query that the guard let pass, under a meter. */
public final class Evaluation {
    /** A triple in a graph with its indexes, and in what a writer makes of the graph; an estimate on the high side. */
    private static final long TRIPLE = 2000;

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
            return reader.apply(described(query, dataset, described));
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
        Iterator<Triple> triples = execution.constructTriples();
        Graph graph = graph(query, dataset);
        return new Found.Triples(graph, add(triples, graph));
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

    /** Adds as many triples as may be given, and says whether there are more. */
    private boolean add(Iterator<Triple> triples, Graph graph) {
        while (triples.hasNext()) {
            meter.check();
            Triple triple = triples.next();
            if (!graph.contains(triple)) {
                if (graph.size() == limits.rowsMax()) {
                    return true;
                }
                meter.keep(size(triple));
                graph.add(triple);
            }
        }
        return false;
    }

    private long size(Triple triple) {
        long texts = meter.madeTexts()
                ? RowSize.text(triple.getSubject())
                        + RowSize.text(triple.getPredicate())
                        + RowSize.text(triple.getObject())
                : 0;
        return TRIPLE + texts;
    }

    /** The statements about a thing, with those of the blank nodes that they lead to. */
    private Found described(Query query, DatasetGraph dataset, Graph all) {
        Graph graph = graph(query, dataset);
        Set<Node> things = new HashSet<>(query.getResultURIs());
        if (query.getQueryPattern() == null) {
            return new Found.Triples(graph, describe(things, all, graph));
        }
        if (query.getProjectVars().isEmpty() && !query.isQueryResultStar()) {
            return new Found.Triples(graph, describe(things, all, graph));
        }
        query.setQuerySelectType();
        query.setDistinct(true);
        try (QueryExec execution = execution(query, dataset)) {
            RowSet found = execution.select();
            while (found.hasNext()) {
                Binding row = found.next();
                Set<Node> fresh = new HashSet<>();
                row.forEach((variable, value) -> {
                    if (!value.isLiteral() && things.add(value)) {
                        fresh.add(value);
                        meter.keep(200);
                    }
                });
                if (describe(fresh, all, graph)) {
                    return new Found.Triples(graph, true);
                }
            }
        }
        return new Found.Triples(graph, describe(new HashSet<>(query.getResultURIs()), all, graph));
    }

    private boolean describe(Set<Node> things, Graph all, Graph into) {
        for (Node thing : things) {
            Iterator<Triple> found = all.find(thing, Node.ANY, Node.ANY);
            while (found.hasNext()) {
                Triple triple = found.next();
                boolean follow = triple.getObject().isBlank() && !into.contains(triple.getObject(), Node.ANY, Node.ANY);
                if (add(List.of(triple).iterator(), into)
                        || (follow && describe(Set.of(triple.getObject()), all, into))) {
                    return true;
                }
            }
        }
        return false;
    }
}
