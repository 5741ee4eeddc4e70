package org.werkgraaf.web.ops;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Looks at changes and writes them, one at a time, with errors that callers over HTTP understand. */
@Component
public class ChangeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWriter.class);

    private final ChangeDesk desk;
    private final Publisher publisher;
    private final ChangeTurns turns;
    private final AtomicBoolean readying = new AtomicBoolean();

    ChangeWriter(ChangeDesk desk, Publisher publisher, ChangeTurns turns) {
        this.turns = turns;
        this.desk = desk;
        this.publisher = publisher;
    }

    /**
     * What a change came to.
     *
     * @param id of the change, as the log has it when it was written
     * @param told what was made of the verdict
     * @param published how publishing ended; absent when the content would be refused, and nothing was written
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
            desk.ready();
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

    /** The id of the same change in the log, if it was applied at that time or later. */
    public Optional<String> applied(ChangeSet change, Instant since) {
        return told(() -> desk.applied(change, since));
    }

    /**
     * The change that makes one thing of two.
     *
     * @throws RequestException when they cannot be merged, with why
     */
    ChangeSet merging(ThingId from, ThingId into, String author, String reason) {
        return told(() -> desk.merging(from, into, author, reason));
    }

    /**
     * The change that makes two things of one.
     *
     * @throws RequestException when it cannot be split, with why
     */
    ChangeSet splitting(ThingSplit split, ChangeSet described) {
        return told(() -> desk.splitting(split, described));
    }

    /**
     * What the content would be with a change; nothing is written.
     *
     * @throws RequestException when it cannot be made, with why, or too many wait
     */
    public ChangeVerdict look(ChangeSet change) {
        try (ChangeTurns.Turn turn = turns.take(change.author())) {
            return told(() -> desk.look(change));
        }
    }

    /**
     * Writes a change into the files and publishes it; neither when the content would be refused.
     *
     * @param telling makes of the verdict all that is told of it
     * @throws RequestException when it cannot be made, written or published, with why
     */
    public <T> Written<T> write(ChangeSet change, Function<ChangeVerdict, T> telling) {
        FollowController.requireWriter(publisher);
        try (ChangeTurns.Turn turn = turns.take(change.author())) {
            return told(() -> publisher.alone(() -> {
                Applied<T> applied = apply(change, telling);
                if (applied.written()) {
                    LOG.info("Change {} is in the files and is being published.", applied.id());
                }
                return new Written<>(applied.id(), applied.told(), applied.written() ? publish(applied.id()) : null);
            }));
        }
    }

    /** What is kept of a verdict, so that the graph that it was made from goes before the next is made. */
    private record Applied<T>(String id, boolean written, T told) {}

    private <T> Applied<T> apply(ChangeSet change, Function<ChangeVerdict, T> telling) {
        ChangeVerdict verdict = desk.apply(change);
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
                    e.reason() == ChangeException.Reason.MALFORMED
                            ? ErrorCode.CHANGE_MALFORMED
                            : ErrorCode.CHANGE_CONFLICT,
                    String.valueOf(e.getMessage()));
        } catch (LoadException e) {
            throw new RequestException(
                    ErrorCode.CHANGE_CONFLICT,
                    "The content as it is cannot be loaded; correct it first. "
                            + e.problems().get(0));
        } catch (StoreException e) {
            throw new RequestException(ErrorCode.PUBLISH_FAILED, String.valueOf(e.getMessage()));
        }
    }
}
