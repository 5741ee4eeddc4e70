package org.werkgraaf.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.store.DiskSpace;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.store.StoreException;

/** Keeps a dump of the published release in a folder, made in the background by one thread of low priority. */
public final class Dumps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dumps.class);
    /** Of releases that follow each other more quickly than this, only the last is dumped. */
    private static final long SETTLING_MILLIS = 2000;

    /** What all files together hold for a triple of the release, at most, by what the packaged content makes. */
    private static final long BYTES_PER_TRIPLE = 800;

    private static final long CLOSING_SECONDS = 4;

    private final GraphStore store;
    private final Path root;
    private final boolean temporary;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, Dumps::thread);
    private final AtomicReference<@Nullable Seals> ready = new AtomicReference<>();
    private final AtomicReference<@Nullable ReleaseCensus> census = new AtomicReference<>();
    private @Nullable ScheduledFuture<?> next;
    private volatile String problem = "";
    private volatile boolean closing;
    private final Stop stop = new Stop(() -> closing);

    /**
     * @param store the published graph
     * @param root folder of the dumps, which has nothing else in it
     * @param temporary whether the folder is removed at the end
     */
    public Dumps(GraphStore store, Path root, boolean temporary) {
        this.store = store;
        this.root = root;
        this.temporary = temporary;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** The newest complete dump; it may still be that of the release before. Empty when none is complete yet. */
    public Optional<Dump> ready() {
        return Optional.ofNullable(ready.get()).map(Seals::dump);
    }

    /**
     * Where a file of the newest dump is on disk, verified. Empty when it is not the file that was written; the dump is made again then.
     */
    public Optional<Path> path(DumpFile file) {
        Seals sealed = ready.get();
        if (sealed == null || !sealed.dump().index().files().contains(file)) {
            return Optional.empty();
        }
        Optional<String> damage = sealed.problem(file);
        if (damage.isPresent()) {
            // Of many who ask at once, one has it made again.
            if (ready.compareAndSet(sealed, null) && !closing) {
                worker.execute(this::makeLatest);
            }
            return Optional.empty();
        }
        return Optional.of(sealed.dump().path(file));
    }

    /** Why the last dump could not be made; empty when it could, or is being made. */
    public String problem() {
        return problem;
    }

    /** Opens the dump that is there from before, or has one made. Gives what ends when that is done. */
    public Future<?> start() {
        return closing ? CompletableFuture.completedFuture(null) : worker.submit(this::makeLatest);
    }

    /** Has a dump made of the release that is published now, soon. */
    public synchronized void renew() {
        if (next != null) {
            next.cancel(false);
        }
        if (!closing) {
            next = worker.schedule(this::makeLatest, SETTLING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** What the published release holds, counted once per release. */
    public ReleaseCensus census() {
        return store.read(snapshot -> {
            Release release =
                    snapshot.release().orElseThrow(() -> new IllegalStateException("No release is published yet"));
            ReleaseCensus known = census.get();
            if (known == null || !known.release().equals(release)) {
                known = ReleaseCensus.of(snapshot);
                census.set(known);
            }
            return known;
        });
    }

    private void makeLatest() {
        try {
            Files.createDirectories(root);
            // What was left half made only takes room.
            removeUnfinished();
            if (store.release().isEmpty()) {
                return;
            }
            Seals latest = store.read(snapshot -> {
                Path folder = root.resolve(snapshot.release().map(Release::id).orElseThrow());
                return sound(folder).orElseGet(() -> {
                    offerEarlier(folder);
                    return made(snapshot, folder);
                });
            });
            ready.set(latest);
            problem = "";
            removeOthers(latest.dump().folder());
            census();
        } catch (Stop.StoppedException e) {
            LOG.debug("Making a dump was ended");
        } catch (IOException | UncheckedIOException | DumpException | StoreException e) {
            fail(e, null);
        } catch (RuntimeException | Error e) {
            fail(e, e);
        }
    }

    /** While a dump is being made after a start, one of an earlier release is better than none. */
    private void offerEarlier(Path latest) {
        if (ready.get() == null) {
            folders().stream()
                    .filter(folder -> !folder.getFileName().equals(latest.getFileName()))
                    .flatMap(folder -> sound(folder).stream())
                    .findFirst()
                    .ifPresent(ready::set);
        }
    }

    /** Says why; the log shows where it happened only when it is not for whoever runs the service to mend. */
    private void fail(Throwable why, @Nullable Throwable shown) {
        if (!closing) {
            Throwable cause = why instanceof UncheckedIOException && why.getCause() != null ? why.getCause() : why;
            problem = cause instanceof StoreException
                    ? String.valueOf(cause.getMessage())
                    : cause.getClass().getSimpleName() + ": " + cause.getMessage();
            LOG.error("No dump could be made in {}: {}", root, problem, shown);
        }
    }

    /** The dump in a folder, when each of its files has the digest that it should have; says on the log when one has not. */
    private Optional<Seals> sound(Path folder) {
        Optional<Seals> sealed = Dump.open(folder)
                .filter(dump -> folder.endsWith(dump.index().release()))
                .map(Seals::of);
        Optional<String> damage = sealed.flatMap(each -> each.verify(stop));
        damage.ifPresent(what -> LOG.warn("The dump in {} is made again: {}", folder, what));
        return damage.isPresent() ? Optional.empty() : sealed;
    }

    private Seals made(Snapshot snapshot, Path folder) {
        long start = System.nanoTime();
        try {
            DurableFiles.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the damaged dump in " + folder, e);
        }
        long triples = snapshot.release().map(Release::triples).orElse(0L);
        DiskSpace.require(root, triples * BYTES_PER_TRIPLE, "write the dump");
        Seals made = Seals.of(DumpWriter.write(snapshot, folder, stop));
        Optional<String> damage = made.verify(stop);
        if (damage.isPresent()) {
            throw new DumpException(
                    "The dump in " + folder + " is not what was written to it: " + damage.get() + " Look at the disk.");
        }
        LOG.info("Dump: {} in {} ms", made.dump().index().release(), (System.nanoTime() - start) / 1_000_000);
        return made;
    }

    private void removeUnfinished() {
        for (Path folder : folders()) {
            if (folder.getFileName().toString().startsWith(".")) {
                FileSystemUtils.deleteRecursively(folder.toFile());
            }
        }
    }

    private void removeOthers(Path keep) {
        for (Path other : folders()) {
            if (!other.getFileName().equals(keep.getFileName())) {
                FileSystemUtils.deleteRecursively(other.toFile());
            }
        }
    }

    private List<Path> folders() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder of the dumps: " + root, e);
        }
    }

    /** Ends what is being made, without an interrupt, and waits for it. */
    @Override
    public void close() {
        closing = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("The dump that was being made did not end in {} seconds", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (temporary) {
            FileSystemUtils.deleteRecursively(root.toFile());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dumps");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
