package org.werkgraaf.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.store.VarFolder.Pointer;

/**
 * The published graph, and the one switch by which another release takes its place. Readers see one release from start to end; the
 * folder of a release goes when its last reader has left.
 */
public final class GraphStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphStore.class);
    /** How long the last readers are waited for at the end. */
    private static final long CLOSING_MILLIS = 10_000;

    private final VarFolder var;
    private final boolean temporary;
    private final ThreadLocal<@Nullable OpenRelease> held = new ThreadLocal<>();
    private volatile OpenRelease served = OpenRelease.none();
    /** What is written down as being served. */
    private @Nullable Pointer current;

    private GraphStore(VarFolder var, boolean temporary) {
        this.var = var;
        this.temporary = temporary;
    }

    /**
     * Takes a folder with releases, or makes it. Nothing is served yet.
     *
     * @throws StoreException when another process has it, or it cannot be written
     */
    public static GraphStore onDisk(Path folder) {
        return new GraphStore(VarFolder.open(folder), false);
    }

    /** A store in a temporary folder, which is removed when it is closed. */
    public static GraphStore inMemory() {
        try {
            Path folder = Files.createTempDirectory("werkgraaf");
            return new GraphStore(VarFolder.open(folder), true);
        } catch (IOException e) {
            throw StoreException.of("make a temporary folder", Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    /** Takes hold of the release that is served now, or of the one that the thread holds already. */
    public Lease lease() {
        OpenRelease known = held.get();
        if (known != null) {
            return new Lease(known, () -> {});
        }
        OpenRelease taken = served;
        while (!taken.tryEnter()) {
            taken = served;
        }
        held.set(taken);
        return new Lease(taken, this::leave);
    }

    private void leave() {
        OpenRelease left = Objects.requireNonNull(held.get());
        held.remove();
        left.leave();
    }

    /** Runs a reader in one read transaction. */
    public <T> T read(Function<Snapshot, T> reader) {
        try (Lease lease = lease()) {
            return lease.release().read(reader);
        }
    }

    /** What is served, for whoever may switch; empty when there is none. */
    public Optional<OpenRelease> served() {
        return Optional.of(served).filter(open -> open.release().isPresent());
    }

    /** The release that is served, if any. */
    public Optional<Release> release() {
        try (Lease lease = lease()) {
            return lease.release().release();
        }
    }

    /** What another room serves with the release; empty when there is none. Only for what may be used without a lease. */
    public <T> Optional<T> part(Class<T> kind) {
        try (Lease lease = lease()) {
            return lease.release().part(kind);
        }
    }

    /**
     * Opens the release that is to be served after a start. Call {@link #serve} or {@link #discard} with it, or close it.
     *
     * @return empty when none was published yet
     * @throws StoreException when it is not what was written
     */
    public Optional<OpenRelease> stored() {
        current = null;
        Optional<Pointer> named = var.current();
        tidy(() -> var.removeUnfinished(named));
        Optional<Pointer> found = named.isPresent() ? named : StoredRelease.onlyOne(var);
        Optional<OpenRelease> opened = found.map(pointer -> StoredRelease.open(var.folder(pointer.folder()), pointer));
        current = named.orElse(null);
        // Not before it is clear that the one that is named is sound: the name may be what was damaged.
        tidy(() -> var.removeAllBut(found));
        return opened;
    }

    private interface Tidying {
        void run() throws IOException;
    }

    private void tidy(Tidying work) {
        try {
            work.run();
        } catch (IOException e) {
            LOG.warn("What is left of earlier releases in {} could not be removed: {}", var.root(), e.toString());
        }
    }

    /**
     * Serves nothing, and puts the folder of a release where nothing removes it. It stays written down which release was served, so
     * that a start after a crash can still make it again.
     *
     * @param damaged the release if it is served or open; it is closed when its last reader has left
     * @return where the folder is now, or was put before; empty when there is none
     * @throws StoreException when it cannot be moved
     */
    public Optional<Path> setAside(Optional<OpenRelease> damaged) {
        if (damaged.isPresent() && damaged.get() == served) {
            served = OpenRelease.none();
        }
        try {
            Optional<Path> before = var.asideOfCurrent();
            @Nullable Path last = null;
            for (Path folder : doubtful(damaged)) {
                last = var.setAside(folder).orElse(last);
            }
            current = null;
            return before.isPresent() ? before : Optional.ofNullable(last);
        } catch (IOException e) {
            throw StoreException.of("set the damaged release aside", var.root(), e);
        } finally {
            damaged.ifPresent(OpenRelease::close);
        }
    }

    /** The folder of that release; if it is not open, all that could be meant, the one that is named last. */
    private List<Path> doubtful(Optional<OpenRelease> damaged) throws IOException {
        Optional<Path> open = damaged.flatMap(OpenRelease::folder);
        return open.isPresent() ? List.of(open.get()) : var.doubtful();
    }

    /**
     * Whether the files and the lock under their names are still those that were opened; what is not, as a sentence. Reads no file.
     */
    public Optional<String> moved() {
        if (!var.isOurs()) {
            return Optional.of("The lock in " + var.root() + " is no longer the one that this process took.");
        }
        return served.moved();
    }

    /** The folders that were set aside, by name. */
    public List<Path> aside() {
        try {
            return var.aside();
        } catch (IOException e) {
            throw StoreException.of("read what was set aside", var.root(), e);
        }
    }

    /** The folders of another layout, in which an earlier version of the service kept its release. */
    public List<Path> earlier() {
        return var.earlier();
    }

    /**
     * Makes sure that there is room for a release.
     *
     * @param bytes how much it takes
     * @throws StoreException when there is less
     */
    public void requireSpace(long bytes) {
        DiskSpace.require(var.root(), bytes, "write the release");
    }

    /** How many bytes may be written where the releases are; empty when the system does not tell. */
    public Optional<Long> usableBytes() {
        return DiskSpace.usable(var.root());
    }

    /**
     * Begins a release in a folder of its own.
     *
     * @throws StoreException when another process has the store, or it cannot be written
     */
    public Draft draft(String releaseId) {
        var.keepOurs();
        try {
            return new Draft(var.fresh(releaseId), !temporary);
        } catch (IOException e) {
            throw StoreException.of("make a release", var.root(), e);
        }
    }

    /**
     * Serves a release from now on, and after a crash; the one switch. The one that was served before is closed, and its folder
     * removed, when its last reader has left.
     *
     * @throws StoreException when that could not be written down; then all is as it was, and the release was closed and removed
     */
    public void serve(OpenRelease next) {
        Pointer pointer = new Pointer(next.folder().orElseThrow().getFileName().toString(), manifest(next));
        boolean known = pointer.equals(current);
        try {
            var.keepOurs();
            if (!known) {
                var.point(pointer);
            }
        } catch (IOException | RuntimeException e) {
            discard(next);
            throw StoreException.of("switch to the release", var.root(), e);
        }
        OpenRelease previous = served;
        served = next;
        current = pointer;
        discard(previous);
        if (!known) {
            sync();
        }
    }

    private void sync() {
        try {
            var.sync();
        } catch (IOException e) {
            LOG.warn(
                    "{} could not be written to the disk; a loss of power may bring the release before back",
                    var.root(),
                    e);
        }
    }

    /** Closes a release that is not, or no longer, served when its last reader has left, and removes its folder. */
    public void discard(OpenRelease release) {
        release.folder().ifPresent(folder -> release.afterwards(() -> Draft.remove(folder)));
        release.leave();
    }

    private static String manifest(OpenRelease release) {
        return ReleaseFolder.sha256(release.manifest().orElseThrow().toBytes());
    }

    /** Lets the last readers leave, and closes. */
    @Override
    public void close() {
        OpenRelease last = served;
        served = OpenRelease.none();
        last.leave();
        try {
            if (!last.awaitClosed(CLOSING_MILLIS)) {
                LOG.info("Some readers did not end in {} seconds; nothing is lost", CLOSING_MILLIS / 1000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var.close();
        if (temporary) {
            Draft.remove(var.root());
        }
    }
}
