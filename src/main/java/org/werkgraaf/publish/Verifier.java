package org.werkgraaf.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.load.GraphDigest;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreCheck;
import org.werkgraaf.store.StoreException;

/** Holds what is served against what was published, in the background, and has it made again when it is something else. */
public final class Verifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
    /** A release that is damaged so many times in a row is not made again for ever. */
    private static final int ATTEMPTS = 3;

    /** How often it is looked whether a file was touched; that reads only those that were. */
    private static final long LOOK_SECONDS = 30;
    /** A disk can forget without touching a file. */
    private static final Duration AGE_MAX = Duration.ofDays(1);

    private static final long CLOSING_SECONDS = 10;

    private final GraphStore store;
    private final Publisher publisher;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, Verifier::thread);
    private volatile @Nullable StoreCheck last;
    private volatile boolean closing;
    private int damaged;

    /**
     * @param store serves the release
     * @param publisher makes it again
     */
    public Verifier(GraphStore store, Publisher publisher) {
        this.store = store;
        this.publisher = publisher;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /** The last check of the release that is served; empty when it has not been checked yet. */
    public Optional<StoreCheck> last() {
        String id = store.release().map(Release::id).orElse("");
        return Optional.ofNullable(last).filter(check -> check.release().equals(id));
    }

    /** The check of the release that is served, when it is done. */
    public StoreCheck await() throws InterruptedException {
        Optional<StoreCheck> check = last();
        while (check.isEmpty()) {
            Thread.sleep(20);
            check = last();
        }
        return check.get();
    }

    /** Has the release that is served checked for the first time. Gives what ends when that is done. */
    public synchronized Future<?> begin() {
        return closing ? CompletableFuture.completedFuture(null) : worker.submit(this::verify);
    }

    /** Has the release that is served checked soon. */
    public synchronized void renew() {
        if (!closing) {
            worker.execute(this::verify);
        }
    }

    /** From now on looks every half minute whether a file was touched, and has the release checked then, or when a day has gone by. */
    public synchronized void watch() {
        if (!closing) {
            worker.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Reads what was touched, and checks all of the release again if that is not what was written or the last check is old. */
    void look() {
        try (Lease lease = store.lease()) {
            if (lease.release().release().isEmpty()) {
                return;
            }
            Optional<StoreCheck> stands = last().filter(StoreCheck::agrees)
                    .filter(check -> check.checkedAt().isAfter(Instant.now().minus(AGE_MAX)))
                    .flatMap(check -> check.renewed(lease.release()));
            if (stands.isPresent()) {
                last = stands.get();
                return;
            }
        }
        verify();
    }

    /** Checks the release that is served, and has it made again if it is not what was published. */
    void verify() {
        try {
            Optional<Release> release = store.release();
            if (release.isEmpty() || closing) {
                return;
            }
            StoreCheck check;
            try (Lease lease = store.lease()) {
                check = StoreCheck.of(lease.release(), this::digest);
                release = lease.release().release();
            }
            if (closing) {
                return;
            }
            last = check;
            damaged = check.agrees() ? 0 : damaged + 1;
            if (damaged > ATTEMPTS) {
                publisher.withdraw(
                        release.orElseThrow(),
                        check.differences().get(0),
                        "It was damaged " + damaged + " times in a row; look at the disk.");
            } else if (!check.agrees()) {
                publisher.makeAgain(release.orElseThrow(), check.differences().get(0));
                last = null;
                renew();
            }
        } catch (StoreException e) {
            LOG.error("The damaged release could not be made again: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The release could not be checked", e);
        }
    }

    private String digest(Graph graph) {
        if (closing) {
            throw new IllegalStateException("The service ends.");
        }
        return GraphDigest.of(graph);
    }

    /** Ends what is being checked, and waits for it. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            worker.shutdown();
        }
        Ending.await(worker, CLOSING_SECONDS, "The check of the release", LOG);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "verifier");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
