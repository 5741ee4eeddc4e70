package org.werkgraaf.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.publish.Ending;
import org.werkgraaf.query.EngineException;
import org.werkgraaf.query.EngineException.Reason;
import org.werkgraaf.query.QueryEngine;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Snapshot;

/**
 * Sees to it that the other store has the releases that are served here, and takes away those that are served no more, after a while in
 * which queries that run can end. What fails is tried again.
 */
public final class EngineKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineKeeper.class);
    private static final long RETRY_SECONDS = 2;
    private static final long CLOSING_SECONDS = 10;

    private final GraphStore store;
    private final EngineSettings settings;
    private final RemoteReleases releases;
    private final RemoteEngine engine;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, EngineKeeper::thread);
    private final Map<String, Instant> unneeded = new HashMap<>();
    private volatile Map<String, RemoteReleases.Held> held = new ConcurrentHashMap<>();
    private final AtomicBoolean waits = new AtomicBoolean();
    private volatile String problem = "It was not asked yet.";
    private volatile String logged = "";
    private volatile int failures;
    private volatile @Nullable Instant lookedAt;
    private volatile boolean closing;

    /**
     * @param store serves the releases
     * @param settings where the other store is
     * @param digest names what a graph says, as it was named when it was published
     */
    public EngineKeeper(GraphStore store, EngineSettings settings, Function<Graph, String> digest) {
        this.store = store;
        this.settings = settings;
        EngineClient client = new EngineClient(settings);
        this.releases = new RemoteReleases(client, settings, digest);
        this.engine = new RemoteEngine(client, releases, this, settings.paths());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /** What answers queries. */
    public QueryEngine engine() {
        return engine;
    }

    /** From now on looks, soon and every while. */
    public synchronized void begin() {
        if (!closing) {
            worker.execute(this::lookAndWait);
        }
    }

    /** Looks soon. */
    public synchronized void renew() {
        if (!closing && waits.compareAndSet(false, true)) {
            worker.execute(() -> {
                waits.set(false);
                look();
            });
        }
    }

    /** The longer it fails, the longer it is left alone: what it is given may be all of a release. */
    private void lookAndWait() {
        look();
        long seconds = failures == 0
                ? settings.lookSeconds()
                : Math.min(settings.lookSeconds(), RETRY_SECONDS << Math.min(10, failures - 1));
        synchronized (this) {
            if (!closing) {
                worker.schedule(this::lookAndWait, seconds, TimeUnit.SECONDS);
            }
        }
    }

    /** How it stands. */
    public EngineState state() {
        return new EngineState(
                settings.query().toString(),
                held.keySet(),
                lookedAt,
                engine.answeredThere(),
                engine.answeredHere(),
                problem);
    }

    /** What a release that is there is known by; it is another one when it was put there anew. */
    String stamp(String release) {
        RemoteReleases.Held there = held.get(release);
        if (there == null) {
            throw new EngineException(
                    Reason.UNAVAILABLE,
                    "The store that answers SPARQL has not the release " + release + " yet"
                            + (problem.isEmpty() ? "" : ": " + problem) + " Try again in a moment.");
        }
        return there.stamp();
    }

    /** Says that the other store failed; it is looked at soon, unless it is known and looked at anyway. */
    void failed(EngineException e) {
        LOG.debug("A query was not answered", e);
        if (failures == 0) {
            renew();
        }
    }

    /**
     * Puts a release there before it is served, so that queries are answered from it at once. If that fails it is served all the same,
     * and put there as soon as it can be; and so when it is known not to answer, which nobody who publishes should wait for.
     */
    public void prepare(OpenRelease next) {
        if (settings.writes() && problem.isEmpty() && store.release().isPresent()) {
            try {
                keep(next);
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    /** What is there of the release that is read, held against what is here; each difference as a sentence. */
    public List<String> differences(Snapshot snapshot) {
        return releases.differences(snapshot);
    }

    /** All graphs of a release in one, as they are there. */
    public Graph union(String release) {
        return releases.union(release);
    }

    private void look() {
        try {
            keepServed();
            if (settings.writes()) {
                removeOthers();
            }
            lookedAt = Instant.now();
            answers();
            failures = 0;
        } catch (RuntimeException e) {
            failures++;
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        String why = e instanceof EngineException ? String.valueOf(e.getMessage()) : e.toString();
        if (!closing && !why.equals(logged)) {
            logged = why;
            LOG.error("SPARQL is not answered by {}: {}", settings.query(), why);
        }
        problem = why;
    }

    private void keepServed() {
        synchronized (releases) {
            held = new ConcurrentHashMap<>(releases.held());
        }
        try (Lease lease = store.lease()) {
            Optional<Release> served = lease.release().release();
            if (served.isPresent()) {
                // To put it there takes its time, and until then nothing can be answered.
                if (!isHeld(served.get())) {
                    problem = "It is being given the release " + served.get().id() + ".";
                }
                keep(lease.release());
                answers();
            }
        }
        Optional<String> previous =
                store.previous().flatMap(OpenRelease::release).map(Release::id);
        previous.flatMap(store::lease).ifPresent(lease -> {
            try (lease) {
                keep(lease.release());
            }
        });
    }

    private boolean isHeld(Release release) {
        RemoteReleases.Held there = held.get(release.id());
        return there != null && there.digest().equals(release.digest());
    }

    private void answers() {
        if (!problem.isEmpty()) {
            LOG.info("SPARQL: {} answers, from release {}", settings.query(), String.join(" and ", held.keySet()));
        }
        problem = "";
        logged = "";
    }

    /** Makes sure that a release is there. */
    private void keep(OpenRelease open) {
        Release release = open.release().orElseThrow();
        synchronized (releases) {
            if (isHeld(release)) {
                return;
            }
            if (!settings.writes()) {
                throw new EngineException(
                        Reason.UNAVAILABLE,
                        "It has not the release " + release.id() + ", and this service does not write there.");
            }
            held.remove(release.id());
            Instant begun = Instant.now();
            String stamp = open.read(snapshot -> releases.put(snapshot, () -> closing));
            held.put(release.id(), new RemoteReleases.Held(release.digest(), stamp));
            LOG.info(
                    "SPARQL: release {} is at {}, after {} ms",
                    release.id(),
                    settings.query(),
                    Duration.between(begun, Instant.now()).toMillis());
        }
    }

    /** Takes away what is served no more for as long as the grace is, and what is left of releases that were never whole. */
    private void removeOthers() {
        synchronized (releases) {
            Set<String> needed = new LinkedHashSet<>();
            Stream.concat(store.served().stream(), store.previous().stream())
                    .flatMap(each -> each.release().stream())
                    .forEach(each -> needed.add(each.id()));
            unneeded.keySet().removeAll(needed);
            for (String id : releases.begun()) {
                if (!needed.contains(id)) {
                    Instant since = unneeded.computeIfAbsent(id, name -> Instant.now());
                    if (!since.plusSeconds(settings.graceSeconds()).isAfter(Instant.now())) {
                        held.remove(id);
                        releases.remove(id);
                        unneeded.remove(id);
                        LOG.info("SPARQL: release {} was taken away from {}", id, settings.query());
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            worker.shutdown();
        }
        Ending.await(worker, CLOSING_SECONDS, "What was being written to the store that answers SPARQL", LOG);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sparql-engine");
        thread.setDaemon(true);
        return thread;
    }
}
