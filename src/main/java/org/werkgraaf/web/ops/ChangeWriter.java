package org.werkgraaf.web.ops;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ThingSplit;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.publish.ChangeDesk;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Looks at changes and writes them, one at a time, with errors that callers over HTTP understand. */
@Component
public class ChangeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWriter.class);

    private final ChangeDesk desk;
    private final Publisher publisher;
    private final ChangeTurns turns;
    private final EditSettings settings;
    private final AtomicBoolean readying = new AtomicBoolean();

    ChangeWriter(ChangeDesk desk, Publisher publisher, ChangeTurns turns, EditSettings settings) {
        this.settings = settings;
        this.turns = turns;
        this.desk = desk;
        this.publisher = publisher;
    }

    /**
     * What a change came to.
     *
     * @param id of the change, as the log has it when it was written
     * @param told what was made of the verdict
     * @param published how publishing ended; absent when nothing was written, as the content would be refused or an answer is to be confirmed
     */
    public record Written<T>(String id, T told, @Nullable Publication published) {}

    /** Judges the content as it is, in the background, as somebody is about to change it. */
    public void ready() {
        if (publisher.isFollowing() || !readying.compareAndSet(false, true)) {
            return;
        }
        Thread thread = new Thread(this::judgeAsIs, "change-ready");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void judgeAsIs() {
        try {
            // Whoever publishes keeps all of the content in memory too.
            publisher.alone(Duration.ZERO, () -> {
                desk.ready();
                return true;
            });
        } catch (RuntimeException e) {
            // Whoever looks at a change is told.
            LOG.debug("The content as it is could not be judged", e);
        } finally {
            readying.set(false);
        }
    }

    /**
     * The change that takes back one that was applied.
     *
     * @throws RequestException when there is none of that id
     */
    public ChangeSet reverting(String id, String author, String reason) {
        return told(() -> desk.reverting(id, author, reason));
    }

    /**
     * Has nothing kept where nothing of it could be published.
     *
     * @throws RequestException when another service publishes what this one serves
     */
    public void requireWriter() {
        FollowController.requireWriter(publisher);
    }

    /**
     * A change as a program sends it.
     *
     * @throws RequestException when it cannot be read
     */
    public static ChangeSet read(byte @Nullable [] body) {
        return told(() -> ChangeFormat.read(body == null ? "" : new String(body, StandardCharsets.UTF_8)));
    }

    /**
     * Has no change kept with characters that nobody sees.
     *
     * @throws RequestException that names where one is
     */
    public void requirePlain(ChangeSet change) {
        told(() -> {
            change.requirePlain();
            return change;
        });
    }

    /** The changes in the log as it is in the files now, oldest first. */
    public List<ChangeSet> applied() {
        return told(desk::applied);
    }

    /**
     * The change that makes one thing of two.
     *
     * @throws RequestException when they cannot be merged, with why
     */
    public ChangeSet merging(ThingId from, ThingId into, String author, String reason) {
        return told(() -> desk.merging(from, into, author, reason));
    }

    /**
     * The change that makes two things of one.
     *
     * @throws RequestException when it cannot be split, with why
     */
    public ChangeSet splitting(ThingSplit split, ChangeSet described) {
        return told(() -> desk.splitting(split, described));
    }

    /**
     * The change that says that two things are two.
     *
     * @throws RequestException when that cannot be said, with why
     */
    public ChangeSet differing(ThingId one, ThingId other, String author, String reason) {
        return told(() -> desk.differing(one, other, author, reason));
    }

    /** What the files say of a thing, and of others with it. */
    public Set<Quad> said(ThingId thing) {
        return told(() -> desk.said(thing));
    }

    /**
     * What the content would be with a change; nothing is written. It waits for who publishes, since both keep all of the content in
     * memory.
     *
     * @param change whose {@link ChangeSet#publishedBy} looks
     * @throws RequestException when it cannot be made, with why, too many wait, or somebody publishes for longer than one waits
     */
    public ChangeVerdict look(ChangeSet change) {
        try (ChangeTurns.Turn turn = turns.take(change.publishedBy())) {
            return told(() -> publisher.alone(Duration.ofSeconds(settings.waitSecondsMax()), () -> desk.look(change)))
                    .orElseThrow(
                            () -> new RequestException(
                                    ErrorCode.CONTENT_BUSY,
                                    "A release is being made, for longer than a look waits (werkgraaf.edit.wait-seconds-max)."
                                            + " Nothing was written. Go back to what you sent, and send it again in a minute."));
        }
    }

    /**
     * Writes a change into the files and publishes it; neither when the content would be refused.
     *
     * @param confirmed what somebody read of the answers that lose something by it; empty when nothing
     * @param telling makes of the verdict all that is told of it
     * @throws RequestException when it cannot be made, written or published, with why
     */
    public <T> Written<T> write(ChangeSet change, String confirmed, Function<ChangeVerdict, T> telling) {
        FollowController.requireWriter(publisher);
        try (ChangeTurns.Turn turn = turns.take(change.publishedBy())) {
            return told(() -> publisher.alone(() -> {
                Applied<T> applied = apply(change, confirmed, telling);
                if (applied.written()) {
                    LOG.info("Change {} is in the files and is being published.", applied.id());
                }
                return new Written<>(applied.id(), applied.told(), applied.written() ? publish(applied.id()) : null);
            }));
        }
    }

    /** What is kept of a verdict, so that the graph that it was made from goes before the next is made. */
    private record Applied<T>(String id, boolean written, T told) {}

    private <T> Applied<T> apply(ChangeSet change, String confirmed, Function<ChangeVerdict, T> telling) {
        ChangeVerdict verdict = desk.apply(change, confirmed);
        return new Applied<>(verdict.planned().change().id(), verdict.written(), telling.apply(verdict));
    }

    private Publication publish(String id) {
        try {
            return publisher.publish();
        } catch (StoreException e) {
            throw new RequestException(
                    ErrorCode.PUBLISH_FAILED,
                    e.getMessage() + " The change " + id + " is in the files; publish again when there is room.");
        }
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (ChangeException e) {
            throw new RequestException(
                    switch (e.reason()) {
                        case MALFORMED -> ErrorCode.CHANGE_MALFORMED;
                        case CONFLICT -> ErrorCode.CHANGE_CONFLICT;
                        case CLOSED, UNSOUND -> ErrorCode.CONTENT_UNCHANGEABLE;
                    },
                    String.valueOf(e.getMessage()));
        } catch (LoadException e) {
            throw new RequestException(
                    ErrorCode.CONTENT_UNCHANGEABLE,
                    "The content as it is cannot be loaded; correct it first. "
                            + e.problems().get(0));
        } catch (StoreException e) {
            throw new RequestException(ErrorCode.PUBLISH_FAILED, String.valueOf(e.getMessage()));
        }
    }
}
