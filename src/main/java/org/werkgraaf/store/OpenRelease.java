package org.werkgraaf.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.jspecify.annotations.Nullable;

/**
 * One release, open for reading: its graph, and what other rooms opened of the same release. All of it is served together, and closed
 * when the last reader has left.
 */
public final class OpenRelease implements AutoCloseable {
    private final @Nullable Manifest manifest;
    private final @Nullable Path folder;
    private final DatasetGraph dataset;
    /** What the system called each file when it was opened. */
    private final Map<String, Object> keys = new HashMap<>();

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<Runnable> closing = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    /** Its readers, and one for as long as it is served or about to be. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private final CountDownLatch closed = new CountDownLatch(1);

    private OpenRelease(@Nullable Manifest manifest, @Nullable Path folder, DatasetGraph dataset) {
        this.manifest = manifest;
        this.folder = folder;
        this.dataset = dataset;
    }

    /** What is served before the first release: an empty graph. */
    static OpenRelease none() {
        return new OpenRelease(null, null, DatabaseMgr.createDatasetGraph());
    }

    /** Opens the graph of a release in its folder. */
    static OpenRelease open(Manifest manifest, Path folder) {
        OpenRelease opened = new OpenRelease(manifest, folder, TdbFolder.open(folder.resolve(ReleaseFolder.STORE)));
        for (String file : manifest.files().keySet()) {
            if (!ReleaseFolder.isDerived(file)) {
                ReleaseFolder.key(folder.resolve(file)).ifPresent(key -> opened.keys.put(file, key));
            }
        }
        return opened;
    }

    /** Which of its files is no longer the one that was opened, as a sentence; empty when all are. Reads no file. */
    Optional<String> moved() {
        if (manifest == null || folder == null) {
            return Optional.empty();
        }
        for (String file : keys.keySet()) {
            Optional<String> problem = ReleaseFolder.problem(
                    folder,
                    file,
                    java.util.Objects.requireNonNull(manifest.files().get(file)),
                    ReleaseFolder.Reading.LENGTH);
            if (problem.isPresent()) {
                return problem;
            }
            if (!ReleaseFolder.key(folder.resolve(file)).equals(Optional.of(keys.get(file)))) {
                return Optional.of(file + " is no longer the file that was opened.");
            }
        }
        return Optional.empty();
    }

    /** The release; empty before the first one. */
    public Optional<Release> release() {
        return Optional.ofNullable(manifest).map(Manifest::release);
    }

    /** Its files; empty before the first release. */
    public Optional<Manifest> manifest() {
        return Optional.ofNullable(manifest);
    }

    /** Where its files are; empty before the first release. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /**
     * Adds something that is served with it. Only before it is served.
     *
     * @param kind under which it is found again
     * @param part the thing itself
     * @param close lets go of it when nobody reads any more
     */
    public <T> void attach(Class<T> kind, T part, Runnable close) {
        parts.put(kind, part);
        closing.add(close);
    }

    /** What was added under a kind. */
    public <T> Optional<T> part(Class<T> kind) {
        return Optional.ofNullable(kind.cast(parts.get(kind)));
    }

    /** Runs a reader in one read transaction. */
    public <T> T read(Function<Snapshot, T> reader) {
        return Txn.calculateRead(dataset, () -> reader.apply(new Snapshot(dataset, release())));
    }

    /** Takes hold of it, unless its last reader has left already. */
    boolean tryEnter() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Lets go of it, by whoever opened it and does not have it served. */
    @Override
    public void close() {
        leave();
    }

    /** Lets go of it; whoever is last closes it. */
    void leave() {
        if (holders.decrementAndGet() == 0) {
            try {
                closing.forEach(Runnable::run);
            } finally {
                end();
            }
        }
    }

    private void end() {
        try {
            TdbFolder.close(dataset);
            afterwards.forEach(Runnable::run);
        } finally {
            closed.countDown();
        }
    }

    /** Has something done when it is closed. Only by whoever still holds it. */
    void afterwards(Runnable work) {
        afterwards.add(work);
    }

    /** Waits until it is closed; false when it is not after that time. */
    boolean awaitClosed(long millis) throws InterruptedException {
        return closed.await(millis, TimeUnit.MILLISECONDS);
    }
}
