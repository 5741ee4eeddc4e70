package org.werkgraaf.publish;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.publish.Publication.Outcome;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.validate.Report;
import org.werkgraaf.validate.RuleException;
import org.werkgraaf.validate.Validator;

/** Makes a release of the content, or refuses it and leaves the last one in place. */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final ContentReader reader;
    private final GraphStore store;
    private final EntityIndex index;
    private final QualityReports reports;
    private final SavedQuestions questions;
    private final String prepared;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final List<Runnable> afterwards = new CopyOnWriteArrayList<>();
    private volatile @Nullable Publication last;
    private volatile @Nullable String repaired;
    private volatile ContentShapes shapes = ContentShapes.none();

    /**
     * @param reader where the content is
     * @param store where releases go
     * @param index what is searched
     * @param reports where the quality of a release is written down
     * @param questions told which saved questions came with the content
     * @param prepared folder or {@code classpath:} location where the build may have left a prepared release
     * @param clock gives the date of a release
     */
    public Publisher(
            ContentReader reader,
            GraphStore store,
            EntityIndex index,
            QualityReports reports,
            SavedQuestions questions,
            String prepared,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.index = index;
        this.reports = reports;
        this.questions = questions;
        this.prepared = prepared;
        this.clock = clock;
    }

    /** How the last attempt ended, if there was one. */
    public Optional<Publication> last() {
        return Optional.ofNullable(last);
    }

    /** The shapes that came with the content that is served; the same object as long as they are. */
    public ContentShapes shapes() {
        return shapes;
    }

    /** Why the index was made again when the service started; empty when it was sound. */
    public Optional<String> repaired() {
        return Optional.ofNullable(repaired);
    }

    /** Has something done after each attempt to publish that was not refused; it must not take long. */
    public void afterPublish(Runnable work) {
        afterwards.add(work);
    }

    /**
     * Serves the store's release again after a start, with an index that agrees with it; publishes the content when it is not
     * the one that the store was made from.
     */
    public Publication start() {
        oneAtATime.lock();
        try {
            store.release().ifPresent(this::serve);
            return publish();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Loads, judges, indexes and publishes the content as it is now. */
    public Publication publish() {
        oneAtATime.lock();
        try {
            Publication result = attempt();
            last = result;
            LOG.info("Publish: {}", result.summary());
            if (!result.refused()) {
                afterwards.forEach(Runnable::run);
            }
            return result;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Loads and judges the content without publishing it. */
    public Publication check() {
        return loaded(
                this::readWithQuestions,
                loaded -> loaded.report().join().accepted()
                        ? Publication.checked(loaded.report().join())
                        : Publication.refused(loaded.report().join()));
    }

    private Content readWithQuestions() {
        Content content = reader.read();
        ContentQuestions.of(content);
        return content;
    }

    private Publication attempt() {
        Optional<Release> current = store.release();
        Content content;
        List<SavedQuestion> asked;
        try {
            content = reader.read();
            asked = ContentQuestions.of(content);
        } catch (LoadException e) {
            return Publication.unreadable(e.problems());
        }
        Publication result = attempt(content, current);
        // After a start with refused content the store has its last release, but nothing has its questions and shapes.
        if (!result.refused() || questions.all().isEmpty()) {
            questions.offer(asked);
            shapes = ContentShapes.of(content);
        }
        return result;
    }

    private Publication attempt(Content content, Optional<Release> current) {
        if (current.isPresent() && current.get().contentDigest().equals(content.digest())) {
            return Publication.unchanged(current.get());
        }
        return PreparedRelease.find(prepared, content.digest())
                .flatMap(ready -> takeOver(content, ready))
                .orElseGet(() -> loaded(() -> content, loaded -> release(loaded, current)));
    }

    /** Publishes what the build judged and indexed; empty when it does not fit the content after all. */
    private Optional<Publication> takeOver(Content content, PreparedRelease ready) {
        CompletableFuture<Void> indexed = CompletableFuture.runAsync(() -> index.adopt(ready.id(), ready::copyIndex));
        Candidate candidate = new GraphLoader().load(content);
        if (!candidate.digest().equals(ready.digest())) {
            return Optional.empty();
        }
        Release release = Releases.of(candidate, ready.id(), ready.publishedAt());
        Set<String> written = store.publish(release, candidate.graphs(), () -> {
                    indexed.join();
                    return true;
                })
                .orElseThrow();
        index.activate(release.id(), release.publishedAt());
        reports.keep(release.id(), ready.report());
        return Optional.of(new Publication(Outcome.PUBLISHED, release, written, null, List.of(), ""));
    }

    /** Publishes and leaves in a folder what a later start with the same content can take over. */
    public Publication prepare(Path folder) {
        if (PreparedRelease.find(folder.toString(), reader.read().digest()).isPresent()) {
            return Publication.prepared();
        }
        Publication publication = publish();
        if (!publication.refused()) {
            Release release = store.release().orElseThrow();
            PreparedRelease.write(folder, release, index.folder(release.id()), reports);
        }
        return publication;
    }

    /** Loads the content and has it judged beside what else is done with it. */
    private static Publication loaded(Supplier<Content> source, Function<Loaded, Publication> next) {
        try {
            Content content = source.get();
            CompletableFuture<Validator> validator =
                    CompletableFuture.supplyAsync(() -> new Validator(ContentRules.of(content)));
            Candidate candidate = new GraphLoader().load(content);
            Graph union = candidate.union();
            return next.apply(new Loaded(candidate, union, validator.thenApplyAsync(each -> each.judge(union))));
        } catch (LoadException e) {
            return Publication.unreadable(e.problems());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuleException rule) {
                return Publication.badRules(String.valueOf(rule.getMessage()));
            }
            if (e.getCause() instanceof LoadException load) {
                return Publication.unreadable(load.problems());
            }
            throw e;
        }
    }

    /**
     * Judges, indexes and writes the candidate at the same time; nothing of it is visible before the verdict is good and the
     * index is ready.
     */
    private Publication release(Loaded loaded, Optional<Release> current) {
        Release release =
                Releases.of(loaded.candidate(), LocalDate.now(clock.withZone(ZoneOffset.UTC)), clock.instant());
        CompletableFuture<Void> indexed = CompletableFuture.runAsync(() -> index.prepare(loaded.union(), release.id()));
        Optional<Set<String>> written =
                store.publish(release, loaded.candidate().graphs(), () -> {
                    indexed.join();
                    return loaded.report().join().accepted();
                });
        Report report = loaded.report().join();
        if (written.isEmpty()) {
            return Publication.refused(report);
        }
        index.activate(release.id(), release.publishedAt());
        reports.keep(QualityReport.of(release.id(), loaded.union(), report));
        boolean same = current.map(before -> before.id().equals(release.id())).orElse(false);
        return new Publication(
                same ? Outcome.UNCHANGED : Outcome.PUBLISHED, release, written.get(), report, List.of(), "");
    }

    /** Serves a release of the store with an index that agrees with it, made again when it must be. */
    void serve(Release release) {
        index.problem(release.id()).ifPresent(problem -> {
            LOG.warn("The index of release {} is made again from the graph: {}", release.id(), problem);
            store.read(snapshot -> {
                index.prepare(snapshot.union(), release.id());
                return release;
            });
            repaired = problem;
        });
        index.activate(release.id(), release.publishedAt());
    }

    private record Loaded(Candidate candidate, Graph union, CompletableFuture<Report> report) {}
}
