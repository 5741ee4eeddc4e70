package org.werkgraaf.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Manifest;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.ReleaseFolder;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.validate.RuleException;

/** Makes one release of some content, from what the build left ready or anew; whoever calls it sees to it that nobody else does. */
final class ReleaseAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseAttempt.class);

    /** How many bytes of store and index a byte of content makes, at most, by what the packaged content makes. */
    private static final long FIRST_TIMES = 15;

    private final GraphStore store;
    private final ReleaseMaker maker;
    private final String prepared;
    private final Clock clock;

    /**
     * @param prepared folder or {@code classpath:} location where the build may have left a prepared release
     * @param clock gives the date of a release
     */
    ReleaseAttempt(GraphStore store, ReleaseMaker maker, String prepared, Clock clock) {
        this.store = store;
        this.maker = maker;
        this.prepared = prepared;
        this.clock = clock;
    }

    /**
     * Makes the content the release that is served, if it is accepted and not served already.
     *
     * @param source of the content; what it throws because that cannot be read is told in the answer
     * @throws StoreException when the release cannot be written; the last one stays
     */
    Publication of(Supplier<Content> source) {
        return judged(() -> {
            Content content = source.get();
            Optional<Release> current = store.release();
            Optional<String> moved = store.moved();
            moved.ifPresent(problem -> LOG.warn("The release is written again: {}", problem));
            if (moved.isEmpty() && isOf(content)) {
                store.served().ifPresent(release -> maker.mendReport(release, content));
                return Publication.unchanged(current.orElseThrow());
            }
            List<SavedQuestion> questions = ContentQuestions.of(content);
            return PreparedRelease.find(prepared, content.digest())
                    .map(ready -> takeOver(ready, content, questions, current))
                    .orElseGet(() -> release(content, questions, current));
        });
    }

    /** Whether the release that is served was made of that content, by this version of the service. */
    private boolean isOf(Content content) {
        try (Lease lease = store.lease()) {
            return lease.release()
                    .manifest()
                    .filter(made -> made.format().equals(CodeFormat.current()))
                    .filter(made -> made.release().contentDigest().equals(content.digest()))
                    .isPresent();
        }
    }

    /** Nothing of the content is written before it is judged. */
    private Publication release(Content content, List<SavedQuestion> questions, Optional<Release> current) {
        Judged judged = Judged.of(content);
        if (!judged.report().accepted()) {
            return Publication.refused(judged.report());
        }
        Release release = Releases.of(judged.candidate(), current, clock.instant());
        store.requireSpace(need(content));
        maker.make(release, judged, questions, before());
        return Publication.published(release, Releases.changed(current, release), judged.report());
    }

    /** Publishes what the build judged and indexed. */
    private Publication takeOver(
            PreparedRelease ready, Content content, List<SavedQuestion> questions, Optional<Release> current) {
        store.requireSpace(need(content));
        maker.make(ready, content, questions, before());
        return Publication.published(ready.release(), Releases.changed(current, ready.release()), null);
    }

    /**
     * How much room a release of that content takes while it is made: the release before tells it, with half as much again for what grows
     * and for the index while it is merged; the first one takes some fifteen times its files.
     */
    private long need(Content content) {
        return store.served()
                .flatMap(OpenRelease::manifest)
                .map(Manifest::bytes)
                .map(bytes -> bytes + bytes / 2)
                .orElseGet(() -> content.bytes() * FIRST_TIMES);
    }

    /** Where the dates of changes are that are carried forward. Only a publish removes the folder, so it stays until then. */
    private Optional<Path> before() {
        try (Lease lease = store.lease()) {
            return lease.release()
                    .folder()
                    .or(() -> store.earlier().stream()
                            .filter(folder -> Files.exists(folder.resolve(ReleaseFolder.CHANGES)))
                            .findFirst());
        }
    }

    /** What judging came to; content that cannot be read, or rules that cannot be run, are told too. */
    static Publication judged(Supplier<Publication> work) {
        try {
            return work.get();
        } catch (LoadException e) {
            return Publication.unreadable(e.problems());
        } catch (RuleException e) {
            return Publication.badRules(String.valueOf(e.getMessage()));
        }
    }
}
