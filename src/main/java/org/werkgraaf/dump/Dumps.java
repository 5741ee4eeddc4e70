package org.werkgraaf.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;

/** Keeps a dump of the published release in a folder, made in the background by one thread of low priority. */
public final class Dumps implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dumps.class);
    /** Of releases that follow each other more quickly than this, only the last is dumped. */
    private static final long SETTLING_MILLIS = 2000;

    private static final long CLOSING_SECONDS = 20;

    private final GraphStore store;
    private final Path root;
    private final boolean temporary;
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, Dumps::thread);
    private final AtomicReference<@Nullable Dump> ready = new AtomicReference<>();
    private final AtomicReference<@Nullable ReleaseCensus> census = new AtomicReference<>();
    private @Nullable ScheduledFuture<?> next;
    private volatile String problem = "";
    private volatile boolean closing;

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
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of the dumps: " + root, e);
        }
    }

    /** The newest complete dump; it may still be that of the release before. Empty when none is complete yet. */
    public Optional<Dump> ready() {
        return Optional.ofNullable(ready.get());
    }

    /** Why the last dump could not be made; empty when it could, or is being made. */
    public String problem() {
        return problem;
    }

    /** Opens the dump that is there from before, or has one made. */
    public void start() {
        worker.execute(this::makeLatest);
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
            if (store.release().isEmpty()) {
                return;
            }
            if (Files.notExists(root)) {
                Files.createDirectory(root);
            }
            if (ready.get() == null) {
                folders().stream()
                        .map(Dump::open)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(ready::set);
            }
            Dump latest = store.read(snapshot -> {
                Path folder = root.resolve(snapshot.release().map(Release::id).orElseThrow());
                return Dump.open(folder).orElseGet(() -> {
                    FileSystemUtils.deleteRecursively(folder.toFile());
                    long start = System.nanoTime();
                    Dump made = DumpWriter.write(snapshot, folder, new Stop(() -> closing));
                    LOG.info("Dump: {} in {} ms", made.index().release(), (System.nanoTime() - start) / 1_000_000);
                    return made;
                });
            });
            ready.set(latest);
            problem = "";
            removeOthers(latest.folder());
            census();
        } catch (Stop.StoppedException e) {
            LOG.debug("Making a dump was ended");
        } catch (IOException | RuntimeException | Error e) {
            if (!closing) {
                problem = e.getClass().getSimpleName() + ": " + e.getMessage();
                LOG.error("No dump could be made in {}", root, e);
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
                LOG.warn("The dump that was being made did not end in {} seconds", CLOSING_SECONDS);
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
