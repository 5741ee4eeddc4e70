package org.werkgraaf.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.werkgraaf.query.LinearRegex;
import org.werkgraaf.query.QueryGuard;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.query.QueryRefusedException;
import org.werkgraaf.web.ErrorCode;
import org.werkgraaf.web.QueryErrors;
import org.werkgraaf.web.RequestException;

/**
 * Fuseki's query operation inside our limits. Results are collected before the first byte goes out: a query that runs out of
 * time is an error, never half a table, and the headers say whether the result is whole.
 */
final class GuardedQuery extends SPARQL_QueryDataset {
    private final BooleanSupplier ready;
    private final QueryGuard guard;
    private final QueryLimits limits;
    private final Semaphore running;

    GuardedQuery(QueryGuard guard, QueryLimits limits, BooleanSupplier ready) {
        this.ready = ready;
        this.guard = guard;
        this.limits = limits;
        this.running = new Semaphore(limits.atOnceMax());
    }

    @Override
    public void execGet(HttpAction action) {
        answer(action);
    }

    @Override
    public void execPost(HttpAction action) {
        answer(action);
    }

    @Override
    public void execPut(HttpAction action) {
        refuseMethod(action);
    }

    @Override
    public void execDelete(HttpAction action) {
        refuseMethod(action);
    }

    @Override
    public void execPatch(HttpAction action) {
        refuseMethod(action);
    }

    private static void refuseMethod(HttpAction action) {
        SparqlErrors.send(
                action,
                ErrorCode.METHOD_NOT_ALLOWED,
                "This endpoint takes GET and POST, and queries only; the graph is changed by its editors.");
    }

    private void answer(HttpAction action) {
        try {
            refuseWrites(action.getRequest());
            if (!ready.getAsBoolean()) {
                throw new RequestException(
                        ErrorCode.NOT_READY,
                        "The service has no release to answer from. See /health/ready for the reason.");
            }
            if (!running.tryAcquire()) {
                throw new RequestException(
                        ErrorCode.TOO_MANY_QUERIES,
                        limits.atOnceMax() + " queries are running, which is the most at a time"
                                + " (werkgraaf.sparql.at-once-max). Try again in a few seconds.");
            }
            try {
                executeLifecycle(action);
            } finally {
                running.release();
            }
        } catch (RequestException e) {
            SparqlErrors.send(action, e.code(), String.valueOf(e.getMessage()));
        } catch (QueryRefusedException e) {
            SparqlErrors.send(action, QueryErrors.code(e), String.valueOf(e.getMessage()));
        } catch (QueryCancelledException e) {
            SparqlErrors.send(action, ErrorCode.QUERY_TIMEOUT, timeoutMessage());
        } catch (ExprException e) {
            SparqlErrors.send(action, ErrorCode.QUERY_SYNTAX, e.getMessage() + ". Correct that expression.");
        } catch (ActionErrorException e) {
            SparqlErrors.send(action, e);
        }
    }

    private String timeoutMessage() {
        return "The query was stopped after " + limits.timeoutMillis() + " ms (werkgraaf.sparql.timeout-millis), so there is no"
                + " answer. Ask for less: add a class or a fixed thing to the first pattern, drop OPTIONAL and ORDER BY, or"
                + " add LIMIT.";
    }

    private static void refuseWrites(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        if (type.startsWith("application/sparql-update") || request.getParameter("update") != null) {
            throw new RequestException(
                    ErrorCode.READ_ONLY,
                    "This endpoint takes queries only: SELECT, ASK, CONSTRUCT and DESCRIBE. The graph is changed by its"
                            + " editors, see /about/content.");
        }
    }

    @Override
    protected void executeBody(HttpAction action) {
        try (InputStream body = action.getRequestInputStream()) {
            byte[] bytes = body.readNBytes(limits.lengthMax() + 1);
            if (bytes.length > limits.lengthMax()) {
                throw tooLong();
            }
            execute(new String(bytes, StandardCharsets.UTF_8), action);
        } catch (IOException e) {
            throw new RequestException(ErrorCode.QUERY_SYNTAX, "The body of the request could not be read. Send it again.");
        }
    }

    @Override
    protected void execute(String queryString, HttpAction action) {
        if (queryString.getBytes(StandardCharsets.UTF_8).length > limits.lengthMax()) {
            throw tooLong();
        }
        super.execute(queryString, action);
    }

    private RequestException tooLong() {
        return new RequestException(
                ErrorCode.QUERY_TOO_LONG,
                "The query is longer than " + limits.lengthMax() + " bytes (werkgraaf.sparql.length-max). Shorten it, or ask"
                        + " in parts.");
    }

    @Override
    protected void validateQuery(HttpAction action, Query query) {
        guard.check(query);
        refuseOtherFormats(action, query);
        DatasetDescription description = SPARQLProtocol.getDatasetDescription(action, query);
        if (description != null) {
            guard.check(description, iri -> isPublished(action, iri));
        }
    }

    private static void refuseOtherFormats(HttpAction action, Query query) {
        boolean rows = query.isSelectType() || query.isAskType();
        AcceptList offered = query.isAskType() ? DEF.rsOfferBoolean : rows ? DEF.rsOfferTable : DEF.rdfOffer;
        if (action.getRequestParameter("format") == null
                && action.getRequestParameter("output") == null
                && ConNeg.chooseContentType(action.getRequest(), offered, null) == null) {
            throw new RequestException(
                    ErrorCode.NOT_ACCEPTABLE,
                    "This query can be answered as "
                            + offered.entries().stream().map(Object::toString).collect(Collectors.joining(", "))
                            + ". Change the Accept header.");
        }
    }

    @Override
    protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
        return super.createQueryExec(action, LinearRegex.in(query), dataset);
    }

    private static boolean isPublished(HttpAction action, String iri) {
        DatasetGraph dataset = action.getDataService().getDataset();
        return dataset.calculateRead(() -> dataset.containsGraph(NodeFactory.createURI(iri)));
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec execution, Query query, String log) {
        try {
            if (query.isSelectType()) {
                return rows(action, execution.select());
            }
            if (query.isConstructType()) {
                return quads(action, execution.constructQuads());
            }
            if (query.isDescribeType()) {
                return triples(action, execution.describe());
            }
            Completeness.whole(action.getResponse());
            return super.executeQuery(action, execution, query, log);
        } catch (QueryParseException e) {
            throw new RequestException(ErrorCode.QUERY_SYNTAX, String.valueOf(e.getMessage()));
        }
    }

    private QueryExecResult rows(HttpAction action, RowSet found) {
        List<Var> variables = found.getResultVars();
        List<Binding> rows = new ArrayList<>();
        while (rows.size() < limits.rowsMax() && found.hasNext()) {
            rows.add(found.next());
        }
        say(action, found.hasNext());
        return new QueryExecResult(RowSetStream.create(variables, rows.iterator()));
    }

    private QueryExecResult quads(HttpAction action, Iterator<Quad> found) {
        DatasetGraph result = DatasetGraphFactory.create();
        int count = 0;
        while (count < limits.rowsMax() && found.hasNext()) {
            result.add(found.next());
            count++;
        }
        say(action, found.hasNext());
        return new QueryExecResult(result);
    }

    private QueryExecResult triples(HttpAction action, Graph found) {
        boolean cut = found.size() > limits.rowsMax();
        say(action, cut);
        if (!cut) {
            return new QueryExecResult(found);
        }
        Graph first = GraphFactory.createDefaultGraph();
        first.getPrefixMapping().setNsPrefixes(found.getPrefixMapping());
        found.stream().limit(limits.rowsMax()).forEach(first::add);
        return new QueryExecResult(first);
    }

    private void say(HttpAction action, boolean cut) {
        if (cut) {
            Completeness.cut(action.getResponse(), "werkgraaf.sparql.rows-max", limits.rowsMax());
        } else {
            Completeness.whole(action.getResponse());
        }
    }
}
