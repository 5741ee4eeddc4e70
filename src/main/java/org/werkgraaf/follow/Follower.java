package org.werkgraaf.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.publish.CodeFormat;
import org.werkgraaf.publish.Ending;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreException;

/**
 * Looks again and again which release is to be served, fetches and verifies it, and has it served. Whatever fails, the release that
 * stands stays, and it is tried again.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    /** After failures in a row it is looked so many times less often, at most. */
    private static final int PATIENCE_MAX = 16;

    private static final long CLOSING_SECONDS = 10;

    private final GraphStore store;
    private final Publisher publisher;
    private final String from;
    private final FollowLimits limits;
    private final Signatures keys;
    private final Fetch fetch;
    private final Path incoming;
    private final FollowMemory memory;
    private final ReentrantLock one = new ReentrantLock();
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, Follower::thread);
    private volatile boolean closing;
    /** Whether what is being fetched is to be given up. */
    private volatile boolean yielding;

    private volatile FollowState state;

    /**
     * @param store serves the releases
     * @param publisher has them served
     * @param from folder or http address in which the list lies
     * @param key file with the public key that verifies the list; empty for none
     * @param folder in which to keep what is being fetched and what was seen
     * @throws IllegalArgumentException when the place or the key is none
     */
    public Follower(GraphStore store, Publisher publisher, String from, String key, FollowLimits limits, Path folder) {
        this.store = store;
        this.publisher = publisher;
        this.from = from;
        this.limits = limits;
        this.keys = Signatures.verifying(key);
        boolean http = from.startsWith("http://") || from.startsWith("https://");
        this.fetch = new Fetch(
                http ? new HttpSource(from, limits) : new FolderSource(Path.of(from)),
                limits,
                () -> closing || yielding);
        this.incoming = folder.resolve("incoming");
        this.memory = new FollowMemory(folder.resolve("followed.json"));
        this.state = new FollowState(from, null, null, "", 0, false);
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** How it stands. */
    public FollowState state() {
        return state;
    }

    /** From now on looks by itself. */
    public synchronized void begin() {
        if (!worker.isShutdown()) {
            worker.execute(this::lookAndWait);
        }
    }

    private void lookAndWait() {
        look();
        int patience = Math.min(PATIENCE_MAX, 1 << Math.min(10, state.failures()));
        synchronized (this) {
            if (!worker.isShutdown()) {
                worker.schedule(this::lookAndWait, (long) limits.lookSeconds() * patience, TimeUnit.SECONDS);
            }
        }
    }

    /** Looks now, unless somebody does; what goes wrong is told by {@link #state}. */
    public void look() {
        if (!one.tryLock()) {
            return;
        }
        try {
            Bundle wanted = follow();
            state = new FollowState(
                    from, Instant.now(), wanted.release(), "", 0, memory.left().equals(wanted.key()));
        } catch (StoreException | IOException e) {
            fail(String.valueOf(e.getMessage()), null);
        } catch (RuntimeException e) {
            fail(e.toString(), e);
        } finally {
            one.unlock();
        }
    }

    private void fail(String why, @Nullable Throwable shown) {
        FollowState before = state;
        state = before.failed(why);
        if (!closing && !before.problem().equals(why)) {
            LOG.error("Following {}: {} What is served stays; it is tried again.", from, why, shown);
        }
    }

    private Bundle follow() throws IOException {
        BundleList list = BundleList.read(fetch.list(), keys);
        if (list.number() < memory.number()) {
            throw new IOException(
                    "The list has the number " + list.number() + ", and one with the number " + memory.number()
                            + " was seen before: an old one was put back. If that was meant, remove followed.json in werkgraaf.var"
                            + " and start again.");
        }
        memory.see(list.number());
        Bundle wanted = list.wanted().orElseThrow();
        if (!memory.left().equals(wanted.key())) {
            memory.leave("");
            if (!isHeld(wanted, store.served())) {
                take(wanted);
            }
        }
        if (store.previous()
                .flatMap(OpenRelease::release)
                .map(Release::id)
                .filter(list::isWithdrawn)
                .isPresent()) {
            store.dropPrevious();
        }
        return wanted;
    }

    private static boolean isHeld(Bundle bundle, Optional<OpenRelease> release) {
        return release.flatMap(OpenRelease::manifest).filter(bundle::holds).isPresent();
    }

    private void take(Bundle wanted) throws IOException {
        if (isHeld(wanted, store.previous())) {
            publisher.serveBefore();
            return;
        }
        CodeFormat.require(wanted.format());
        try {
            DurableFiles.delete(incoming);
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw StoreException.of("fetch a release", incoming, e);
        }
        try {
            Path archive = incoming.resolve("bundle.zip");
            fetch.bundle(wanted, archive);
            adopt(wanted, archive);
        } finally {
            DurableFiles.delete(incoming);
        }
    }

    private void adopt(Bundle wanted, Path archive) throws IOException {
        try {
            publisher.adopt(archive);
        } catch (IOException e) {
            throw new IOException("The bundle " + wanted.file() + " cannot be served: " + e.getMessage(), e);
        }
    }

    /**
     * Serves the release again that was served before, and does not take the one that is left until a later look is asked for or
     * another one is to be served. What is being fetched is given up.
     *
     * @return the release that is served now; empty when none was kept
     * @throws StoreException when that cannot be written down, or another release came to be served meanwhile
     */
    public Optional<Release> rollBack() {
        Optional<Release> before = store.release();
        yielding = true;
        one.lock();
        try {
            if (!store.release().equals(before)) {
                throw StoreException.of(
                        "roll back", incoming, new IOException("another release is served since; look again"));
            }
            if (store.previous().isEmpty()) {
                return Optional.empty();
            }
            memory.leave(store.served()
                    .flatMap(OpenRelease::manifest)
                    .map(Bundle::key)
                    .orElse(""));
            return publisher.serveBefore();
        } finally {
            yielding = false;
            one.unlock();
        }
    }

    /** Forgets what was left by {@link #rollBack}, and looks. */
    public FollowState forward() {
        memory.leave("");
        look();
        return state;
    }

    /** Ends what is being fetched, and waits for it. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            worker.shutdown();
        }
        Ending.await(worker, CLOSING_SECONDS, "What was being fetched", LOG);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "follower");
        thread.setDaemon(true);
        return thread;
    }
}
