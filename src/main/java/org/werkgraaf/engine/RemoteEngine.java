package org.werkgraaf.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.query.EmbeddedEngine;
import org.werkgraaf.query.EngineException;
import org.werkgraaf.query.EngineException.Reason;
import org.werkgraaf.query.Meter;
import org.werkgraaf.query.QueryEngine;
import org.werkgraaf.query.QueryScope;
import org.werkgraaf.query.QueryStoppedException;
import org.werkgraaf.query.QueryStoppedException.Limit;
import org.werkgraaf.query.RemoteEndpoints;

/**
 * Has queries answered by the other store. An answer counts only if the store had the release, whole and the same, before and after: else
 * there is none, and never an empty one.
 */
public final class RemoteEngine implements QueryEngine {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteEngine.class);
    /** What Virtuoso says when it ends an answer before it is whole. */
    private static final List<String> CUT = List.of("X-SPARQL-MaxRows", "X-SQL-State");

    private final EngineClient client;
    private final RemoteReleases releases;
    private final EngineKeeper keeper;
    private final boolean paths;
    private final AtomicLong answeredThere = new AtomicLong();
    private final AtomicLong answeredHere = new AtomicLong();
    private final EmbeddedEngine here = new EmbeddedEngine(RemoteEndpoints.NONE);

    RemoteEngine(EngineClient client, RemoteReleases releases, EngineKeeper keeper, boolean paths) {
        this.paths = paths;
        this.client = client;
        this.releases = releases;
        this.keeper = keeper;
    }

    @Override
    public Execution execute(Query query, QueryScope scope, Meter meter) {
        List<Triple> template =
                query.isConstructType() ? query.getConstructTemplate().getTriples() : List.of();
        Optional<ReleaseQuery.Sent> sent = ReleaseQuery.of(
                query, scope.graphs(), new ReleaseNames(scope.release()), property -> isStated(property, scope), paths);
        if (sent.isEmpty()) {
            answeredHere.incrementAndGet();
            return here.execute(query, scope, meter);
        }
        answeredThere.incrementAndGet();
        String stamp = keeper.stamp(scope.release());
        try {
            return new Running(sent.get(), template, scope.release(), stamp, meter);
        } catch (EngineException e) {
            throw failed(e);
        }
    }

    long answeredThere() {
        return answeredThere.get();
    }

    long answeredHere() {
        return answeredHere.get();
    }

    private static boolean isStated(Node property, QueryScope scope) {
        return scope.all().getUnionGraph().contains(Node.ANY, property, Node.ANY);
    }

    private EngineException failed(EngineException e) {
        if (e.reason() == Reason.UNAVAILABLE) {
            keeper.failed(e);
        }
        return e;
    }

    /** One query that the other store answers. */
    private final class Running implements Execution {
        private final List<Triple> template;
        private final String release;
        private final String stamp;
        private final Meter meter;
        private final MeteredInput input;
        private final RowSet found;

        Running(ReleaseQuery.Sent query, List<Triple> template, String release, String stamp, Meter meter) {
            this.template = template;
            this.release = release;
            this.stamp = stamp;
            this.meter = meter;
            CompletableFuture<HttpResponse<InputStream>> call = client.ask(query);
            meter.whenStopped(() -> call.cancel(true));
            this.input = new MeteredInput(body(call), meter);
            meter.whenStopped(input::end);
            try {
                this.found = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                        .create(ResultSetLang.RS_JSON)
                        .read(input, Context.emptyContext());
            } catch (RuntimeException e) {
                input.end();
                throw broken(e);
            }
        }

        private InputStream body(CompletableFuture<HttpResponse<InputStream>> call) {
            try {
                HttpResponse<InputStream> answer = call.join();
                // What it says of an error may not end either.
                meter.whenStopped(() -> close(answer.body()));
                InputStream body = EngineClient.body(answer);
                if (CUT.stream()
                        .anyMatch(name -> answer.headers().firstValue(name).isPresent())) {
                    body.close();
                    throw meter.stopHere(new QueryStoppedException(
                            Limit.TIME,
                            "The store that answers SPARQL ended its answer before it was whole, by a limit of its own, so"
                                    + " there is none. Ask for less."));
                }
                return body;
            } catch (CancellationException e) {
                throw new QueryCancelledException();
            } catch (CompletionException e) {
                meter.check();
                throw EngineClient.unreachable(e.getCause() == null ? e : e.getCause());
            } catch (IOException e) {
                throw EngineClient.unreachable(e);
            }
        }

        private static void close(InputStream body) {
            try {
                body.close();
            } catch (IOException e) {
                LOG.debug("An answer could not be closed", e);
            }
        }

        private RuntimeException broken(RuntimeException e) {
            meter.check();
            return e instanceof QueryCancelledException || e instanceof EngineException
                    ? e
                    : new EngineException(
                            Reason.UNAVAILABLE,
                            "The store that answers SPARQL broke off in its answer, so there is none. Try again in a"
                                    + " moment.",
                            e);
        }

        @Override
        public Iterator<Binding> rows() {
            return new Iterator<>() {
                private boolean ended;

                @Override
                public boolean hasNext() {
                    if (ended) {
                        return false;
                    }
                    try {
                        meter.check();
                        ended = !found.hasNext();
                        if (ended) {
                            input.toTheEnd();
                            releases.require(release, stamp);
                        }
                        return !ended;
                    } catch (EngineException e) {
                        throw failed(e);
                    } catch (RuntimeException e) {
                        RuntimeException why = broken(e);
                        throw why instanceof EngineException engine ? failed(engine) : why;
                    }
                }

                @Override
                public Binding next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    input.rowBegins();
                    return found.next();
                }
            };
        }

        @Override
        public boolean truth() {
            Iterator<Binding> rows = rows();
            boolean any = rows.hasNext();
            while (rows.hasNext()) {
                rows.next();
            }
            return any;
        }

        @Override
        public Iterator<Triple> triples() {
            return TemplateLib.calcTriples(template, rows());
        }

        @Override
        public void close() {
            input.end();
        }
    }
}
