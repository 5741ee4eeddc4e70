package org.werkgraaf.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private final Serving serving = new Serving();
    private volatile boolean keepsPrevious;
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

    /**
     * From now on the release that was served before stays open, for who asks for it by its name and to be served again; on the disk too.
     */
    public void keepPrevious() {
        keepsPrevious = true;
    }

    /** Takes hold of the release that is served now, or of the one that the thread holds already. */
    public Lease lease() {
        return serving.lease();
    }

    /** Takes hold of the release of that id, if it is the one that is served or the one before that is kept. */
    public Optional<Lease> lease(String releaseId) {
        return serving.lease(releaseId);
    }

    /**
     * Has work that goes on in another thread read what this thread reads: the release that it has taken hold of, if any. It must begin
     * before this thread lets go.
     */
    public <A, T> Function<A, T> sameRelease(Function<A, T> work) {
        return serving.inSame(work);
    }

    /** Runs a reader in one read transaction. */
    public <T> T read(Function<Snapshot, T> reader) {
        try (Lease lease = lease()) {
            return lease.release().read(reader);
        }
    }

    /** The folder in which the releases are, for what else belongs to them and is no part of one. */
    public Path root() {
        return var.root();
    }

    /** What is served, for whoever may switch; empty when there is none. */
    public Optional<OpenRelease> served() {
        return Optional.of(serving.served()).filter(open -> open.release().isPresent());
    }

    /** The release that was served before and is kept, if any. */
    public Optional<OpenRelease> previous() {
        return serving.previous();
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
        if (!keepsPrevious) {
            tidy(() -> var.pointPrevious(Optional.empty()));
        }
        tidy(() -> var.removeUnfinished(named));
        Optional<Pointer> found = named.isPresent() ? named : StoredRelease.onlyOne(var);
        Optional<OpenRelease> opened = found.map(this::open);
        current = named.orElse(null);
        // Not before it is clear that the one that is named is sound: the name may be what was damaged.
        tidy(() -> var.removeAllBut(found));
        return opened;
    }

    /**
     * Opens the release that was served before the stored one. Call {@link #keep} or {@link #discard} with it, or close it.
     *
     * @return empty when none was kept, or it is not what was written
     */
    public Optional<OpenRelease> storedPrevious() {
        try {
            return var.previous().filter(pointer -> !pointer.equals(current)).map(this::open);
        } catch (StoreException e) {
            LOG.warn("The release before is kept no more: {}", e.getMessage());
            tidy(() -> var.pointPrevious(Optional.empty()));
            return Optional.empty();
        }
    }

    private OpenRelease open(Pointer pointer) {
        return StoredRelease.open(var.folder(pointer.folder()), pointer);
    }

    /** Keeps a release as the one that was served before. */
    public void keep(OpenRelease before) {
        serving.keep(before).ifPresent(this::discard);
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
        if (damaged.isPresent() && damaged.get() == serving.served()) {
            serving.serve(OpenRelease.none());
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
        return serving.served().moved();
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
        Pointer pointer = Pointer.to(next);
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
        current = pointer;
        if (keepsPrevious && isOther(serving.served(), next)) {
            Optional<OpenRelease> older = serving.serveAndKeep(next);
            notePrevious();
            older.ifPresent(this::discard);
        } else {
            discard(serving.serve(next));
        }
        if (!known) {
            sync();
        }
    }

    /** Whether there is a release to be kept beside the next one, which has not its name. */
    private static boolean isOther(OpenRelease last, OpenRelease next) {
        return last.release()
                .filter(release ->
                        !release.id().equals(next.release().orElseThrow().id()))
                .isPresent();
    }

    /**
     * Serves the release again that was served before and was kept, and keeps the one that is served now in its stead.
     *
     * @return the release that is served now; empty when none was kept, and then nothing changes
     * @throws StoreException when that could not be written down; then all is as it was
     */
    public Optional<Release> servePrevious() {
        Optional<OpenRelease> before = serving.previous();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Pointer pointer = Pointer.to(before.get());
        try {
            var.keepOurs();
            var.point(pointer);
        } catch (IOException | RuntimeException e) {
            throw StoreException.of("switch to the release", var.root(), e);
        }
        current = pointer;
        serving.exchange();
        notePrevious();
        sync();
        return before.get().release();
    }

    /** Keeps the release before no longer. */
    public void dropPrevious() {
        Optional<OpenRelease> dropped = serving.drop();
        notePrevious();
        dropped.ifPresent(this::discard);
    }

    /** When it cannot be written down, the next start does not know the release before, and no harm is done. */
    private void notePrevious() {
        tidy(() -> var.pointPrevious(serving.previous().map(Pointer::to)));
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

    /** Lets the last readers leave, and closes. */
    @Override
    public void close() {
        serving.drop().ifPresent(OpenRelease::leave);
        OpenRelease last = serving.serve(OpenRelease.none());
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
