package org.werkgraaf.query;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/** One call of an allowed endpoint: without redirects, within the time of the query, and no larger than it may keep. */
final class RemoteCall {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final OpService service;
    private final Binding row;
    private final ExecutionContext execution;
    private final Meter meter;

    RemoteCall(OpService service, Binding row, ExecutionContext execution, Meter meter) {
        this.service = service;
        this.row = row;
        this.execution = execution;
        this.meter = meter;
    }

    /** The rows of the endpoint, each joined to ours. SILENT gives ours alone when the endpoint fails. */
    QueryIterator rows() {
        try {
            return QueryIterPlainWrapper.create(joined().iterator(), execution);
        } catch (QueryExecException e) {
            meter.check();
            if (service.getSilent()) {
                return QueryIterSingleton.create(row, execution);
            }
            throw meter.stopHere(new QueryRefusedException(
                    QueryRefusedException.Reason.REMOTE_FAILED,
                    "SERVICE <" + service.getService().getURI() + "> gave no answer: " + e.getMessage()
                            + ". Try again later, or write SERVICE SILENT to go on without it."));
        }
    }

    private List<Binding> joined() {
        // Within a subquery the variables have names of their own, which the endpoint need not know.
        Op remote = Rename.reverseVarRename(service.getSubOp(), true);
        Map<Var, Var> names = new HashMap<>();
        OpVars.visibleVars(service.getSubOp())
                .forEach(ours -> names.put(
                        Var.alloc(ours.getName().substring(ours.getName().lastIndexOf('/') + 1)), ours));
        Query query = OpAsQuery.asQuery(remote);
        List<Binding> joined = new ArrayList<>();
        RowSet found = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(body(query)), Context.emptyContext());
        while (found.hasNext()) {
            meter.check();
            Binding theirs = found.next();
            BindingBuilder both = Binding.builder(row);
            names.forEach((name, ours) -> {
                Node value = theirs.get(name);
                if (value != null && !both.contains(ours)) {
                    both.add(ours, value);
                }
            });
            joined.add(both.build());
        }
        return joined;
    }

    private byte[] body(Query query) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(service.getService().getURI()))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json")
                .POST(HttpRequest.BodyPublishers.ofString(query.serialize()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> call = HTTP.sendAsync(request, answer -> new MeteredBody(meter));
        meter.whenStopped(() -> call.cancel(true));
        try {
            HttpResponse<byte[]> answer = call.get();
            if (answer.statusCode() != 200) {
                throw new QueryExecException("status " + answer.statusCode());
            }
            return answer.body();
        } catch (CancellationException e) {
            meter.check();
            throw new QueryExecException("it was ended", e);
        } catch (ExecutionException e) {
            throw new QueryExecException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryExecException("the service is stopping", e);
        } finally {
            meter.whenStopped(() -> {});
            call.cancel(true);
        }
    }
}
