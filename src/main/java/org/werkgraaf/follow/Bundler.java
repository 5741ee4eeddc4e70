package org.werkgraaf.follow;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.publish.Ending;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreException;

/** Makes a bundle of each release that is served, in the background, by one thread of low priority. */
public final class Bundler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bundler.class);
    private static final long RETRY_SECONDS = 60;
    private static final long CLOSING_SECONDS = 10;

    private final GraphStore store;
    private final BundleFolder folder;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, Bundler::thread);
    private volatile String problem = "";
    private volatile String made = "";

    /**
     * @param store serves the releases
     * @param folder where bundles are written
     */
    public Bundler(GraphStore store, BundleFolder folder) {
        this.store = store;
        this.folder = folder;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Has a bundle made of the release that is served, soon, unless there is one. */
    public synchronized void renew() {
        if (!worker.isShutdown()) {
            worker.execute(this::make);
        }
    }

    /** The list of bundles, or one that it names; empty when there is no such file. */
    public Optional<Path> file(String name) {
        return folder.file(name);
    }

    /** The release of which there is a bundle that is to be served; empty before the first one. */
    public String made() {
        return made;
    }

    /** Why there is no bundle of the release that is served; empty when there is, or it is being made. */
    public String problem() {
        return problem;
    }

    private void make() {
        try (Lease lease = store.lease()) {
            if (lease.release().release().isEmpty()) {
                return;
            }
            String id = lease.release().release().map(Release::id).orElseThrow();
            if (folder.add(lease.release())) {
                LOG.info("Bundle: release {}", id);
            }
            made = id;
            problem = "";
        } catch (StoreException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            fail(e.toString());
        }
    }

    private synchronized void fail(String why) {
        problem = why;
        if (!worker.isShutdown()) {
            LOG.error("No bundle could be made: {}", why);
            worker.schedule(this::make, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            worker.shutdown();
        }
        Ending.await(worker, CLOSING_SECONDS, "The bundle that was being made", LOG);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bundler");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
