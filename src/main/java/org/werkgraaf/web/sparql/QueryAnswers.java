package org.werkgraaf.web.sparql;

import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.Answer;
import org.werkgraaf.query.Evaluation;
import org.werkgraaf.query.Found;
import org.werkgraaf.query.Meter;
import org.werkgraaf.query.QueryGuard;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.query.RemoteEndpoints;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;

/** Reads, judges and evaluates a query, and writes what it found. */
final class QueryAnswers {
    private final GraphStore store;
    private final QueryGuard guard;
    private final QueryLimits limits;
    private final RemoteEndpoints endpoints;
    private final ResultText text;

    QueryAnswers(GraphStore store, QueryGuard guard, QueryLimits limits, RemoteEndpoints endpoints, ResultText text) {
        this.store = store;
        this.guard = guard;
        this.limits = limits;
        this.endpoints = endpoints;
        this.text = text;
    }

    Answer answer(QueryRequest request, Meter meter) {
        Query query = QueryGuard.parse(request.text());
        boolean repeatable = guard.check(query);
        ResultFormat.Chosen chosen =
                ResultFormat.choose(query.isSelectType() || query.isAskType(), request.accept(), request.formats());
        DatasetDescription graphs = request.graphs() == null ? DatasetDescription.create(query) : request.graphs();
        return store.read(snapshot -> evaluate(
                query,
                graphs,
                snapshot,
                meter,
                found -> new Answer(
                        text.of(found, chosen.format()),
                        chosen.contentType(),
                        found.cut() ? "werkgraaf.sparql.rows-max=" + limits.rowsMax() : "",
                        snapshot.releaseId().orElse(""),
                        repeatable)));
    }

    private Answer evaluate(
            Query query,
            @Nullable DatasetDescription graphs,
            Snapshot snapshot,
            Meter meter,
            Function<Found, Answer> reader) {
        Evaluation evaluation = new Evaluation(limits, endpoints, meter);
        DatasetGraph all = snapshot.dataset();
        if (graphs == null || graphs.isEmpty()) {
            return evaluation.evaluate(query, all, snapshot.union(), reader);
        }
        guard.check(graphs, iri -> all.containsGraph(NodeFactory.createURI(iri)));
        DatasetGraph chosen = DynamicDatasets.dynamicDataset(graphs, all, false);
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        return evaluation.evaluate(query, chosen, chosen.getDefaultGraph(), reader);
    }
}
