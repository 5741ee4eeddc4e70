package org.werkgraaf.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFolder;
import org.werkgraaf.change.ChangeHistory;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.load.LoadProblem;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.ReleaseArchive;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.stream.StreamLimits;
import org.werkgraaf.stream.StreamWriter;
import org.werkgraaf.validate.Report;

/** Makes a release of the content, or refuses it and leaves the last one in place. */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final ContentReader reader;
    private final GraphStore store;
    private final ReleaseMaker maker;
    private final Repair repair;
    private final ReleaseAttempt attempts;
    private final Reopening reopening;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final List<Runnable> afterwards = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;
    private volatile @Nullable Publication last;
    private volatile @Nullable String repaired;
    /** Fetches what is to be served; null where releases are made. */
    private volatile @Nullable Runnable fetching;

    /**
     * @param reader where the content is
     * @param store serves releases
     * @param index what is searched
     * @param prepared folder or {@code classpath:} location where the build may have left a prepared release
     * @param clock gives the date of a release
     */
    public Publisher(ContentReader reader, GraphStore store, EntityIndex index, String prepared, Clock clock) {
        this(reader, store, index, prepared, clock, StreamLimits.DEFAULT);
    }

    /**
     * As the other.
     *
     * @param stream how much is kept of what changed from release to release
     */
    public Publisher(
            ContentReader reader,
            GraphStore store,
            EntityIndex index,
            String prepared,
            Clock clock,
            StreamLimits stream) {
        this.reader = reader;
        this.store = store;
        this.maker = new ReleaseMaker(store, index, new StreamWriter(stream));
        this.repair = new Repair(store, maker, prepared);
        this.reopening = new Reopening(store, maker);
        this.attempts = new ReleaseAttempt(store, maker, prepared, clock);
    }

    /** From now on the service stops: a publish that does not come to its end is no failure. */
    public void stop() {
        stopping = true;
    }

    /**
     * From now on releases come from elsewhere: nothing is made of the content here. What was served before a release is kept.
     *
     * @param fetching brings one with {@link #adopt} when there is another one; does not throw
     */
    public void follow(Runnable fetching) {
        store.keepPrevious();
        this.fetching = fetching;
    }

    /** Whether releases come from elsewhere. */
    public boolean isFollowing() {
        return fetching != null;
    }

    /** How the last attempt ended, if there was one. */
    public Optional<Publication> last() {
        return Optional.ofNullable(last);
    }

    /** The shapes of the release that is served; the same object as long as it is. */
    public ContentShapes shapes() {
        return store.part(ContentShapes.class).orElse(ContentShapes.none());
    }

    /** The changes that the content of the release that is served has seen. */
    public ChangeHistory changes() {
        return store.part(ChangeHistory.class).orElse(ChangeHistory.none());
    }

    /** Does something while nobody publishes, such as to write several files of the content. */
    public <T> T alone(Supplier<T> work) {
        oneAtATime.lock();
        try {
            return work.get();
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Does something while nobody publishes that keeps all of the content in memory, so that it is there once and not twice.
     *
     * @param most how long to wait until nobody does
     * @return what came of it; empty when somebody still publishes after that
     */
    public <T> Optional<T> alone(Duration most, Supplier<T> work) {
        boolean mine = false;
        try {
            mine = oneAtATime.tryLock(most.toMillis(), TimeUnit.MILLISECONDS);
            return mine ? Optional.of(work.get()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (mine) {
                oneAtATime.unlock();
            }
        }
    }

    /** Why the index was made again when the service started; empty when it was sound. */
    public Optional<String> repaired() {
        return Optional.ofNullable(repaired);
    }

    /** The damage that was found last since the service started, if any. */
    public Optional<Damage> damage() {
        return repair.damage();
    }

    /** Has something done with each release that is made, when it is open and not served yet; it does not throw. Publishing waits for it. */
    public void beforeServing(Consumer<OpenRelease> work) {
        maker.beforeServing(work);
    }

    /** Has something done after each attempt to publish that was not refused; it must not take long. */
    public void afterPublish(Runnable work) {
        afterwards.add(work);
    }

    /**
     * Serves the release of before again after a start, with an index that agrees with it; publishes the content when it is not the one
     * that the release was made from.
     */
    public Publication start() {
        oneAtATime.lock();
        try {
            Runnable fetches = fetching;
            if (fetches != null) {
                return startFollowing(fetches);
            }
            CompletableFuture<Optional<Content>> now = CompletableFuture.supplyAsync(this::readable);
            // Asked for in a moment; it reads the code.
            CompletableFuture.runAsync(CodeFormat::current);
            open(now::join);
            return publish(() -> now.join().orElseGet(reader::read));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Serves the release of before, and only if there is none waits for one to be fetched. */
    private Publication startFollowing(Runnable fetches) {
        open();
        store.storedPrevious().ifPresent(this::keep);
        if (store.release().isEmpty()) {
            fetches.run();
        }
        return store.release()
                .map(Publication::unchanged)
                .orElseGet(() -> Publication.failed("No release could be fetched."));
    }

    private void keep(OpenRelease before) {
        try {
            maker.keep(before);
        } catch (RuntimeException e) {
            LOG.warn("The release before is kept no more: {}", e.toString());
            store.discard(before);
        }
    }

    /**
     * Serves a release that another service made.
     *
     * @param archive of it, as it was handed on
     * @throws IOException when the archive is not what was written, or another version of the service made it; nothing changes then
     * @throws StoreException when it cannot be written; nothing changes then
     */
    public Release adopt(Path archive) throws IOException {
        oneAtATime.lock();
        try (ReleaseArchive packed = ReleaseArchive.open(archive)) {
            Optional<Release> before = store.release();
            Release release = packed.manifest().release();
            maker.adopt(packed);
            switched(Publication.published(release, Releases.changed(before, release), null));
            return release;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Serves the release again that was served before, if it is kept; returns which. The one that is served now is kept in its stead. */
    public Optional<Release> serveBefore() {
        oneAtATime.lock();
        try {
            Optional<Release> now = store.release();
            Optional<Release> before = store.servePrevious();
            before.ifPresent(release -> switched(Publication.published(release, Releases.changed(now, release), null)));
            return before;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void switched(Publication result) {
        last = result;
        LOG.info("Following: {}", result.summary());
        store.release().ifPresent(repair::published);
        afterwards.forEach(Runnable::run);
    }

    /** The content as it is now; empty when it cannot be read, which the publish that follows says. */
    private Optional<Content> readable() {
        try {
            return Optional.of(reader.read());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Serves the release of before again, if it is what was published; else it is set aside and made again. */
    void open() {
        open(Optional::empty);
    }

    private void open(Supplier<Optional<Content>> now) {
        try {
            store.stored().flatMap(stored -> reopening.serve(stored, now)).ifPresent(problem -> repaired = problem);
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.DAMAGED) {
                throw e;
            }
            repair.makeAgain(Optional.empty(), e.detail());
        }
        List<Path> earlier = store.earlier();
        if (!earlier.isEmpty()) {
            LOG.warn(
                    "{} are of an earlier version and are not read, but for the dates of changes; the release is made of the"
                            + " content. Remove them when the service is ready.",
                    earlier);
        }
    }

    /**
     * Serves a release no more that is not what was published, and makes it again: from the content that it kept, or else from the
     * content as it is now. If neither is possible, nothing is served.
     *
     * @param damaged the release; nothing happens when another is served by now
     * @param why what is wrong with it
     */
    void makeAgain(Release damaged, String why) {
        oneAtATime.lock();
        try {
            if (store.release().equals(Optional.of(damaged))) {
                repair.makeAgain(store.served(), why);
                if (store.release().isEmpty()) {
                    renew();
                }
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void renew() {
        Runnable fetches = fetching;
        if (fetches == null) {
            publish();
        } else if (serveBefore().isEmpty()) {
            fetches.run();
        }
    }

    /** Serves a release no more that is not what was published, and does not make it again. */
    void withdraw(Release damaged, String why, String because) {
        oneAtATime.lock();
        try {
            if (store.release().equals(Optional.of(damaged))) {
                repair.withdraw(store.served(), why, because);
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Loads, judges, indexes and publishes the content as it is now. */
    public Publication publish() {
        return publish(this::whole);
    }

    /** The content as it is now; a change of which only a part was written is finished before. */
    private Content whole() {
        try {
            ChangeFolder.of(reader).ifPresent(ChangeFolder::recover);
        } catch (ChangeException e) {
            throw new LoadException(
                    List.of(new LoadProblem("data/changes/journal", 0, 0, String.valueOf(e.getMessage()), "")));
        }
        return reader.read();
    }

    private Publication publish(Supplier<Content> source) {
        oneAtATime.lock();
        try {
            Publication result = attempts.of(source);
            last = result;
            LOG.info("Publish: {}", result.summary());
            if (!result.refused()) {
                store.release().ifPresent(repair::published);
                afterwards.forEach(Runnable::run);
            }
            return result;
        } catch (StoreException e) {
            last = Publication.failed(String.valueOf(e.getMessage()));
            if (stopping) {
                // What was being made is not finished, and removed at the next start.
                LOG.debug("Publish: ended with the service", e);
            } else {
                LOG.error("Publish: failed. {}", e.getMessage());
            }
            throw e;
        } catch (RuntimeException | Error e) {
            last = Publication.failed(e.toString());
            if (stopping) {
                throw StoreException.stopped(e);
            }
            throw e;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Loads and judges the content without publishing it. */
    public Publication check() {
        return alone(() -> ReleaseAttempt.judged(() -> {
            Content content = reader.read();
            ContentQuestions.of(content);
            Report report = Judged.of(content).report();
            return report.accepted() ? Publication.checked(report) : Publication.refused(report);
        }));
    }

    /** Publishes and leaves in a folder what a later start with the same content can take over. */
    public Publication prepare(Path folder) {
        if (PreparedRelease.find(folder.toString(), reader.read().digest()).isPresent()) {
            return Publication.prepared();
        }
        Publication publication = publish();
        if (!publication.refused()) {
            try (Lease lease = store.lease()) {
                OpenRelease release = lease.release();
                PreparedRelease.write(
                        folder,
                        release.folder().orElseThrow(),
                        release.manifest().orElseThrow());
            }
        }
        return publication;
    }
}
