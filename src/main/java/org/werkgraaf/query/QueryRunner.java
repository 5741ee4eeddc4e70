package org.werkgraaf.query;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.query.QueryStoppedException.Limit;

/**
 * Runs queries, each in a thread of its own and inside the limits. The caller gets an answer or an error soon after the time is up,
 * even if the thread needs longer to notice; until it has noticed, it counts as running.
 *
 * <p>Threads are never interrupted: an interrupt closes the files of TDB2 for all.
 */
public final class QueryRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);
    /** How long a query may take to notice that it must end. */
    private static final long GRACE_MILLIS = 1000;
    /** How long the last queries get to end when the service does. */
    private static final long CLOSING_MILLIS = 3000;
    /** Property paths and nested expressions are evaluated by recursion. */
    private static final long STACK_BYTES = 16L << 20;

    private final QueryLimits limits;
    private final SharedMemory memory = SharedMemory.ofHeap();
    private final Semaphore free;
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();
    private final Map<Name, Meter> byName = new ConcurrentHashMap<>();
    private final Set<Meter> running = ConcurrentHashMap.newKeySet();
    private final HeapWatch heap = new HeapWatch(running);
    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor watchdog;

    /** @param limits what each query may use */
    public QueryRunner(QueryLimits limits) {
        this.limits = limits;
        this.free = new Semaphore(limits.atOnceMax());
        this.threads = Executors.newCachedThreadPool(named("query"));
        this.watchdog = new ScheduledThreadPoolExecutor(1, named("query-watchdog"));
        watchdog.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Runs a query.
     *
     * @param client who asks; one client may run fewer queries at a time than all together
     * @param name by which the client may end it, see {@link #stop}; null when it will not
     * @param timeoutMillis longest run; more than the limit counts as the limit
     * @param work evaluates the query under the meter that it is given
     * @throws QueryStoppedException when a limit ended it or did not let it start
     */
    public <T> T run(String client, @Nullable String name, long timeoutMillis, Function<Meter, T> work) {
        enter(client);
        long time = Math.min(timeoutMillis, limits.timeoutMillis());
        Meter meter = new Meter(limits, time, memory);
        Name named = new Name(client, String.valueOf(name));
        if (name != null) {
            byName.put(named, meter);
        }
        running.add(meter);
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                meter.begins();
                ScheduledFuture<?> alarm = watchdog.schedule(meter::timeIsUp, time, TimeUnit.MILLISECONDS);
                try {
                    T found = evaluated(work, meter);
                    leave(named, meter);
                    result.complete(found);
                } catch (Throwable e) {
                    leave(named, meter);
                    result.completeExceptionally(e);
                } finally {
                    alarm.cancel(false);
                }
            });
        } catch (RuntimeException e) {
            leave(named, meter);
            throw e;
        }
        return await(result, meter, time);
    }

    /**
     * Ends the query to which the same client gave the name.
     *
     * @return whether one was running
     */
    public boolean stop(String client, String name) {
        Meter meter = byName.get(new Name(client, name));
        if (meter == null) {
            return false;
        }
        meter.stop(new QueryStoppedException(
                Limit.ASKED,
                "The query was ended because you asked for that, so there is no answer. Ask it again to have one."));
        return true;
    }

    /**
     * Runs a query of ours in the thread and the transaction of the caller, under the same limits but for its own time.
     *
     * @throws QueryStoppedException when a limit ended it
     */
    <T> T here(long timeoutMillis, Function<Meter, T> work) {
        Meter meter = new Meter(limits, timeoutMillis, memory);
        ScheduledFuture<?> alarm = watchdog.schedule(meter::timeIsUp, timeoutMillis, TimeUnit.MILLISECONDS);
        try {
            return evaluated(work, meter);
        } finally {
            alarm.cancel(false);
            meter.end();
        }
    }

    private static <T> T evaluated(Function<Meter, T> work, Meter meter) {
        T found = null;
        RuntimeException failure = null;
        try {
            found = work.apply(meter);
        } catch (StackOverflowError e) {
            failure = new QueryStoppedException(
                    Limit.DEPTH,
                    "The query is nested more deeply, or follows a path further, than can be evaluated. Write it flatter, or"
                            + " start the path from a fixed thing.");
        } catch (OutOfMemoryError e) {
            failure = new QueryStoppedException(
                    Limit.MEMORY,
                    "The query needs more memory than the service has. Narrow the patterns, or add LIMIT.");
        } catch (RuntimeException e) {
            failure = e;
        }
        RuntimeException reason = meter.reason();
        if (reason != null) {
            throw reason;
        }
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(found);
    }

    private <T> T await(CompletableFuture<T> result, Meter meter, long time) {
        try {
            return result.get(time + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.atWarn()
                    .setMessage("A query goes on after its time is up")
                    .addKeyValue("millis", time)
                    .log();
            meter.timeIsUp();
            result.thenAccept(late -> {
                if (late instanceof Answer answer) {
                    answer.body().close();
                }
            });
            throw Objects.requireNonNull(meter.reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            meter.timeIsUp();
            throw new QueryStoppedException(Limit.TIME, "The service is stopping. Ask again later.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void enter(String client) {
        if (!free.tryAcquire()) {
            throw new QueryStoppedException(
                    Limit.BUSY,
                    limits.atOnceMax() + " queries are running, which is the most at a time"
                            + " (werkgraaf.sparql.at-once-max). Try again in a few seconds.");
        }
        if (byClient.merge(client, 1, Integer::sum) > limits.atOncePerClientMax()) {
            forget(client);
            free.release();
            throw new QueryStoppedException(
                    Limit.BUSY,
                    limits.atOncePerClientMax()
                            + " queries of yours are running, which is the most at a time for one address"
                            + " (werkgraaf.sparql.at-once-per-client-max). Wait for one to end.");
        }
    }

    /** Comes before the caller has its answer: who has one, has nothing left to end and may ask again. */
    private void leave(Name named, Meter meter) {
        byName.remove(named, meter);
        running.remove(meter);
        meter.end();
        forget(named.client());
        free.release();
    }

    private void forget(String client) {
        byClient.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
    }

    /** How many queries run, those included that should have ended. */
    public int running() {
        return limits.atOnceMax() - free.availablePermits();
    }

    /** Ends what still runs, and waits until it has noticed. */
    @Override
    public void close() {
        threads.shutdown();
        running.forEach(meter ->
                meter.stop(new QueryStoppedException(Limit.TIME, "The service is stopping. Ask again in a minute.")));
        try {
            threads.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watchdog.shutdownNow();
        heap.close();
    }

    private record Name(String client, String name) {}
}
