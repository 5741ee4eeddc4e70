package org.werkgraaf.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.change.ChangeHistory;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.OpenIndex;
import org.werkgraaf.load.Content;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.store.Draft;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Manifest;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.ReleaseArchive;
import org.werkgraaf.store.ReleaseFiles;
import org.werkgraaf.store.ReleaseFolder;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.stream.ChangeStream;
import org.werkgraaf.stream.StreamWriter;

/** Writes a release into a folder of its own, opens all of it, and has it served. Whatever fails, the release before stays. */
final class ReleaseMaker {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseMaker.class);

    private static final String CONTENT_DAMAGED = ReleaseFolder.CONTENT + " is damaged too.";

    private final GraphStore store;
    private final EntityIndex index;
    private final StreamWriter stream;
    private volatile Consumer<OpenRelease> beforeServing = next -> {};

    ReleaseMaker(GraphStore store, EntityIndex index, StreamWriter stream) {
        this.store = store;
        this.index = index;
        this.stream = stream;
    }

    /** Has something done with each release that is made, when it is open and not served yet; it does not throw. */
    void beforeServing(Consumer<OpenRelease> work) {
        beforeServing = work;
    }

    /**
     * Makes a release of content that was judged.
     *
     * @param questions those of the content
     * @param before folder of the release before, from which the dates of things are carried forward
     */
    void make(Release release, Judged judged, List<SavedQuestion> questions, Optional<Path> before) {
        QualityReport counted = QualityReport.of(release.id(), judged.union(), judged.report());
        QualityReport report =
                before.flatMap(QualityReports::find).map(counted::after).orElse(counted);
        serve(release, judged.content(), questions, before, draft -> {
            CompletableFuture<Void> indexed =
                    CompletableFuture.runAsync(() -> index.build(draft, judged.union(), release.id()));
            try {
                draft.writeGraphs(release, judged.candidate().graphs());
            } finally {
                Joined.of(indexed);
            }
            QualityReports.write(draft, report);
            stream.write(
                    draft, release, StreamWriter.of(judged.candidate()::graph, judged.union()), store.served(), before);
            draft.write(ReleaseFolder.CONTENT, ContentArchive.write(judged.content()));
        });
    }

    /** Makes a release of what the build made already. */
    void make(PreparedRelease ready, Content content, List<SavedQuestion> questions, Optional<Path> before) {
        serve(ready.release(), content, questions, before, draft -> {
            ready.copy(draft);
            if (before.isPresent()) {
                draft.readGraphs(dataset -> stream.write(
                        draft,
                        ready.release(),
                        StreamWriter.of(dataset::getGraph, dataset.getUnionGraph()),
                        store.served(),
                        before));
            }
            Optional<QualityReport> counted = QualityReports.find(draft.folder());
            before.flatMap(QualityReports::find)
                    .ifPresent(earlier -> counted.ifPresent(each -> QualityReports.write(draft, each.after(earlier))));
            EntityIndex.problem(draft.folder(), ready.release().id()).ifPresent(problem -> {
                throw new IllegalStateException("The index that came with release "
                        + ready.release().id() + " cannot be served: " + problem + " Build again.");
            });
        });
    }

    /**
     * Serves a release that another service made, as it is.
     *
     * @throws IOException when the archive is not what was written, or another version of the service made it
     */
    void adopt(ReleaseArchive archive) throws IOException {
        Manifest manifest = archive.manifest();
        Release release = manifest.release();
        CodeFormat.require(manifest.format());
        store.requireSpace(manifest.bytes());
        try (Draft draft = store.draft(release.id())) {
            archive.unpack(draft);
            Optional<String> problem = EntityIndex.problem(draft.folder(), release.id());
            if (problem.isPresent()) {
                throw new IOException("Its index cannot be served: " + problem.get());
            }
            KeptContent kept = KeptContent.of(release, draft.folder(), Optional.empty());
            // The dates of changes came with it.
            serveNew(
                    written(draft, release, Optional.of(draft.folder()), same -> {}), kept.content(), kept.questions());
        }
    }

    /** Keeps a release open that was served before another. */
    void keep(OpenRelease before) {
        index.open(before).attachTo(before);
        KeptContent kept =
                KeptContent.of(before.release().orElseThrow(), before.folder().orElseThrow(), Optional.empty());
        attach(before, kept.content(), kept.questions());
        store.keep(before);
    }

    /** Makes the index of a release again, from its graph, and keeps all else. */
    void makeIndexAgain(OpenRelease sound, Content content, List<SavedQuestion> questions) {
        Release release = sound.release().orElseThrow();
        Manifest manifest = sound.manifest().orElseThrow();
        Path folder = sound.folder().orElseThrow();
        mendReport(sound, content);
        serve(release, content, questions, Optional.of(folder), draft -> {
            draft.copy(
                    folder,
                    manifest,
                    file -> !file.startsWith(ReleaseFolder.INDEX + "/")
                            && (!ReleaseFolder.isDerived(file)
                                    || ReleaseFolder.problem(folder, file).isEmpty()));
            sound.read(snapshot -> indexed(draft, snapshot, release));
        });
    }

    private Draft indexed(Draft draft, Snapshot snapshot, Release release) {
        index.build(draft, snapshot.union(), release.id());
        return draft;
    }

    private void serve(
            Release release,
            Content content,
            List<SavedQuestion> questions,
            Optional<Path> before,
            Consumer<Draft> writer) {
        try (Draft draft = store.draft(release.id())) {
            serveNew(written(draft, release, before, writer), content, questions);
        }
    }

    private OpenRelease written(Draft draft, Release release, Optional<Path> before, Consumer<Draft> writer) {
        try {
            writer.accept(draft);
            OpenIndex opened = index.open(draft, release.publishedAt(), before);
            try {
                OpenRelease next = draft.finish(release, CodeFormat.current());
                opened.attachTo(next);
                return next;
            } catch (RuntimeException | Error e) {
                opened.close();
                throw e;
            }
        } catch (RuntimeException | InternalError e) {
            // Whatever room was writing: that a disk is full or broken is for whoever runs the service to mend.
            if (Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(each -> each instanceof IOException || each instanceof InternalError)) {
                throw StoreException.of("write the release", draft.folder(), e);
            }
            throw e;
        }
    }

    /** Says so when what earlier releases counted is not there as it was written: nothing can make that again. */
    private static void lookAtHistory(OpenRelease release) {
        if (release.manifest().orElseThrow().files().containsKey(ReleaseFolder.HISTORY)) {
            ReleaseFolder.problem(release.folder().orElseThrow(), ReleaseFolder.HISTORY)
                    .ifPresent(problem -> LOG.warn(
                            "What the releases before {} counted is not known any more: {}",
                            release.release().orElseThrow().id(),
                            problem));
        }
    }

    /** Makes the report on the quality of a release again when it is not, or no longer, there as it was written. */
    void mendReport(OpenRelease release, Content content) {
        Path folder = release.folder().orElseThrow();
        String id = release.release().orElseThrow().id();
        ReleaseFolder.problem(folder, ReleaseFolder.REPORT).ifPresent(problem -> {
            try {
                Judged judged = Judged.of(content);
                DurableFiles.write(
                        folder.resolve(ReleaseFolder.REPORT),
                        QualityReports.bytes(QualityReport.of(id, judged.union(), judged.report())));
                LOG.warn("The quality report of release {} was made again: {}", id, problem);
            } catch (IOException | RuntimeException e) {
                // Nobody needs it to be served.
                LOG.warn("The quality report of release {} cannot be made again: {}", id, e.toString());
            }
        });
    }

    /** Serves a release that was made before. */
    void open(OpenRelease stored, Supplier<Content> content, Supplier<List<SavedQuestion>> questions) {
        index.open(stored).attachTo(stored);
        lookAtHistory(stored);
        mendReport(stored, content.get());
        serve(stored, content.get(), questions.get());
    }

    private void serveNew(OpenRelease next, Content content, List<SavedQuestion> questions) {
        beforeServing.accept(next);
        serve(next, content, questions);
    }

    /** Serves a release whose index is attached already. */
    private void serve(OpenRelease next, Content content, List<SavedQuestion> questions) {
        attach(next, content, questions);
        store.serve(next);
    }

    private static void attach(OpenRelease release, Content content, List<SavedQuestion> questions) {
        SavedQuestions.attach(release, questions);
        release.attach(ContentShapes.class, ContentShapes.of(content), () -> {});
        ReleaseFiles.of(release)
                .ifPresent(files -> release.attach(ChangeStream.class, new ChangeStream(files), () -> {}));
        release.attach(ChangeHistory.class, ChangeHistory.of(content), () -> {});
    }

    private static Content content(Path folder) throws IOException {
        try {
            return ContentArchive.read(folder);
        } catch (IOException e) {
            throw new IOException(CONTENT_DAMAGED, e);
        }
    }

    /**
     * Makes a release again, from what the build made if it is that, or else from the content that it kept, and serves it.
     *
     * @param folder of the release, of which other files may be damaged or missing
     * @param prepared where the build may have left a prepared release
     * @throws IOException when the content is not what it was
     * @throws RuntimeException when it makes another release today
     */
    Release makeAgain(Path folder, String prepared) throws IOException {
        Release known =
                Manifest.of(Files.readAllBytes(folder.resolve(Manifest.FILE))).release();
        Optional<PreparedRelease> ready = PreparedRelease.find(prepared, known.contentDigest())
                .filter(each -> each.release().equals(known));
        if (ready.isPresent()) {
            Content content = ready.get().content();
            make(ready.get(), content, ContentQuestions.of(content), Optional.of(folder));
            return known;
        }
        Content content = content(folder);
        if (!content.digest().equals(known.contentDigest())) {
            throw new IOException(CONTENT_DAMAGED);
        }
        Judged judged = Judged.of(content);
        Release release = Releases.of(judged.candidate(), Optional.of(known), known.publishedAt());
        if (!judged.report().accepted() || !release.id().equals(known.id())) {
            throw new IllegalStateException("This version of the service makes another release of it.");
        }
        make(release, judged, ContentQuestions.of(content), Optional.of(folder));
        return release;
    }
}
