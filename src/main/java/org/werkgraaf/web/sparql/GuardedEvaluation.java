package org.werkgraaf.web.sparql;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.Evaluation;
import org.werkgraaf.query.Found;
import org.werkgraaf.query.Meter;
import org.werkgraaf.query.OfferedFunctions;
import org.werkgraaf.query.QueryEngine;
import org.werkgraaf.query.QueryGuard;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.query.QueryRunner;
import org.werkgraaf.query.QueryScope;
import org.werkgraaf.query.RemoteEndpoints;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Judges a query and evaluates it inside the limits; the same for the endpoint and for assistants. */
@Component
public class GuardedEvaluation {
    private final GraphStore store;
    private final QueryLimits limits;
    private final QueryRunner runner;
    private final QueryEngine engine;
    private final QueryGuard guard;
    private final WebSettings settings;

    GuardedEvaluation(
            GraphStore store, QueryLimits limits, QueryRunner runner, QueryEngine engine, WebSettings settings) {
        this.store = store;
        this.settings = settings;
        this.limits = limits;
        this.runner = runner;
        this.engine = engine;
        FunctionRegistry functions = OfferedFunctions.functions();
        OfferedFunctions.apply(ARQ.getContext(), functions);
        this.guard = new QueryGuard(functions, new RemoteEndpoints(limits));
    }

    /**
     * Answers a query whose form the caller chooses.
     *
     * @param text SPARQL 1.1
     * @param client who asks; one client may run fewer queries at a time than all together
     * @param reader reads what is found while the query runs, with the id of the release that answers
     * @throws RequestException when it is empty or too long
     * @throws org.apache.jena.query.QueryParseException when it is not SPARQL
     * @throws org.werkgraaf.query.QueryRefusedException when it asks what is not allowed
     * @throws org.werkgraaf.query.QueryStoppedException when a limit ended it
     */
    public <T> T find(String text, String client, BiFunction<Found, String, T> reader) {
        refuse(text);
        return runner.run(client, null, limits.timeoutMillis(), store.sameRelease(meter -> {
            Query query = parse(text);
            guard.check(query);
            return store.read(snapshot -> evaluate(
                    query,
                    DatasetDescription.create(query),
                    snapshot,
                    limits,
                    meter,
                    found -> reader.apply(found, snapshot.releaseId().orElse(""))));
        }));
    }

    /** Reads a query; relative IRIs are resolved against the address of the endpoint. */
    Query parse(String text) {
        return QueryGuard.parse(text, settings.baseUrl() + "/sparql");
    }

    /** @throws RequestException when a query is longer than it may be, or empty */
    void refuse(String text) {
        if (text.isBlank()) {
            throw new RequestException(ErrorCode.QUERY_SYNTAX, "The query is empty. /about/sparql has examples.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > limits.lengthMax()) {
            throw tooLong();
        }
    }

    /** What to say to a query that is longer than it may be. */
    RequestException tooLong() {
        return new RequestException(
                ErrorCode.QUERY_TOO_LONG,
                "The query is longer than " + limits.lengthMax()
                        + " bytes (werkgraaf.sparql.length-max). Shorten it, or ask in parts.");
    }

    /** Whether the answer is the same when it is asked again. */
    boolean check(Query query) {
        return guard.check(query);
    }

    /** Evaluates a query in the transaction of the caller, over the graphs that it or the request names, within these limits. */
    <T> T evaluate(
            Query query,
            @Nullable DatasetDescription graphs,
            Snapshot snapshot,
            QueryLimits within,
            Meter meter,
            Function<Found, T> reader) {
        if (graphs != null) {
            guard.check(graphs, iri -> snapshot.dataset().containsGraph(NodeFactory.createURI(iri)));
        }
        return new Evaluation(engine, within, meter).evaluate(query, QueryScope.of(snapshot, graphs), reader);
    }
}
