package org.werkgraaf.web.edit;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.change.ChangeRow;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.change.ControlCharacters;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.draft.DraftException;
import org.werkgraaf.draft.DraftState;
import org.werkgraaf.draft.Drafts;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.ops.ChangeWriter;
import org.werkgraaf.web.text.GivenText;

/** Changes that wait: who prepares them, who looks at them, and how they get into the content. */
@Component
class DraftDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DraftDesk.class);
    /** After these a change may be in the files. */
    private static final Set<ErrorCode> MAYBE_WRITTEN = EnumSet.of(ErrorCode.CHANGE_CONFLICT, ErrorCode.PUBLISH_FAILED);

    private final ObjectProvider<Drafts> drafts;
    private final ChangeWriter changes;
    private final GraphStore store;
    private final EditSettings settings;
    /** Whether it was looked what of those that wait was written before the process began. */
    private final AtomicBoolean settled = new AtomicBoolean();

    DraftDesk(ObjectProvider<Drafts> drafts, ChangeWriter changes, GraphStore store, EditSettings settings) {
        this.drafts = drafts;
        this.changes = changes;
        this.store = store;
        this.settings = settings;
    }

    /**
     * What came of publishing one.
     *
     * @param draft as it is now
     * @param told what was made of the verdict; absent when it was in the content already, or is no change of it any more
     * @param published how publishing ended; absent when nothing was written
     */
    record Approved<T>(
            DraftChange draft, @Nullable T told, @Nullable Publication published) {}

    /** Whether somebody may publish what somebody prepared. */
    boolean mayPublish(Editor who, String author) {
        return who.mayWrite() && !(settings.fourEyes() && who.name().equals(author) && who.named());
    }

    /** Whether somebody may see one: its author, and who may publish unless its author still works on it. */
    static boolean maySee(Editor who, DraftChange draft) {
        return draft.author().equals(who.name()) || who.mayWrite() && draft.state() != DraftState.DRAFT;
    }

    /**
     * The one of an id.
     *
     * @throws RequestException when there is none that somebody may see
     */
    DraftChange find(Editor who, String id) {
        return open().find(id)
                .filter(draft -> maySee(who, draft))
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no change of that id that waits or waited. /edit/changes names them."));
    }

    /**
     * Has nobody go on with what somebody else prepared.
     *
     * @throws RequestException when it is not his
     */
    void requireOwn(Editor who, DraftChange draft) {
        if (!draft.author().equals(who.name())) {
            throw new RequestException(
                    ErrorCode.CHANGE_NOT_WAITING,
                    "Only its author can go on with a change. Send it back with what is to be done.");
        }
    }

    /** Those that somebody may see, the last that something happened to first. */
    List<DraftChange> all(Editor who) {
        return open().all().stream().filter(draft -> maySee(who, draft)).toList();
    }

    /** Those of which something may still come that were made in the form of a thing, whoever's they are; none where none are kept. */
    List<DraftChange> about(String thing) {
        return settings.kept() ? open().about(thing) : List.of();
    }

    /** Whether somebody has one checked and published at the moment. */
    boolean isTaken(DraftChange draft) {
        return settings.kept() && open().isTaken(draft.id());
    }

    /** What of the file is not as it was written. */
    List<String> damages() {
        return open().damages();
    }

    DraftChange keep(@Nullable String id, DraftChange.Text text, boolean proposed) {
        changes.requireWriter();
        changes.requirePlain(text.change());
        text.form().forEach((field, values) -> values.forEach(value -> requirePlain(field, value)));
        DraftChange kept = told(() -> open().keep(id, text, proposed));
        LOG.info("Change {} is {} by {}.", kept.id(), kept.state().code(), kept.author());
        return kept;
    }

    private static void requirePlain(String field, String text) {
        ControlCharacters.find(text).ifPresent(each -> {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The field " + GivenText.shorten(field) + " has the control character "
                            + ControlCharacters.name(each)
                            + ", which nobody sees and which often comes along when one copies from a document. Go back,"
                            + " and type it anew there.");
        });
    }

    /**
     * What came of proposing one.
     *
     * @param draft as it waits; absent when the content would be refused with it
     * @param told what was made of the verdict
     */
    record Proposed<T>(@Nullable DraftChange draft, T told) {}

    /**
     * Has one wait for somebody else. It is looked at first: who is asked to look should not have to tell what the rules say.
     *
     * @param id of what was kept of it before; absent when nothing was
     * @param telling makes of the verdict all that is told of it
     */
    <T> Proposed<T> propose(@Nullable String id, DraftChange.Text text, Function<ChangeVerdict, T> telling) {
        open();
        ChangeVerdict verdict = changes.look(text.change());
        T told = telling.apply(verdict);
        return new Proposed<>(verdict.accepted() ? keep(id, text, true) : null, told);
    }

    /** Takes back what was kept of a change that is published now; whatever else became of it meanwhile stays. */
    void done(Editor who, String id) {
        try {
            withdraw(who, id);
        } catch (RequestException e) {
            LOG.info("What was kept of a change that is published stays as it is: {}", e.getMessage());
        }
    }

    DraftChange giveBack(Editor who, String id, String words) {
        requirePlain("words", words);
        return told(() -> open().giveBack(id, who.name(), words));
    }

    DraftChange refuse(Editor who, String id, String words) {
        requirePlain("words", words);
        return told(() -> open().refuse(id, who.name(), words));
    }

    DraftChange withdraw(Editor who, String id) {
        return told(() -> open().withdraw(id, who.name()));
    }

    /** What the content would be with it; nothing is written. */
    ChangeVerdict look(Editor who, DraftChange draft) {
        return changes.look(draft.text().change().approvedBy(who.name()));
    }

    /**
     * Publishes one that waits. When the content is not what it was made for, it goes back to its author, with why.
     *
     * @param seen names what was looked at, {@link DraftChange#digest}
     * @param confirmed what was read of the answers that lose something by it; empty when nothing
     * @param telling makes of the verdict all that is told of it
     * @throws RequestException when it does not wait, is not what was looked at any more, somebody may not publish it, or it cannot be written
     */
    <T> Approved<T> approve(Editor who, String id, String seen, String confirmed, Function<ChangeVerdict, T> telling) {
        if (!mayPublish(who, find(who, id).author())) {
            throw new RequestException(
                    ErrorCode.NOT_ALLOWED,
                    "Nobody publishes a change of his own here (werkgraaf.edit.four-eyes). Somebody else with the role"
                            + " curator has to look at it.");
        }
        DraftChange draft = told(() -> open().take(id, seen));
        String conflict;
        try {
            ChangeWriter.Written<T> written =
                    changes.write(draft.text().change().approvedBy(who.name()), confirmed, telling);
            return written.published() == null
                    ? new Approved<>(draft, written.told(), null)
                    : new Approved<>(published(draft, who.name(), written.id()), written.told(), written.published());
        } catch (RequestException e) {
            // It may be in the files although publishing failed, or be there since before a crash.
            Optional<DraftChange> settled = MAYBE_WRITTEN.contains(e.code()) ? settle(draft) : Optional.empty();
            if (e.code() != ErrorCode.CHANGE_CONFLICT) {
                throw e;
            }
            if (settled.isPresent()) {
                return new Approved<>(settled.get(), null, null);
            }
            conflict = shortened(String.valueOf(e.getMessage()));
        } finally {
            open().letGo(id);
        }
        return new Approved<>(giveBack(who, id, conflict), null, null);
    }

    private Optional<DraftChange> settle(DraftChange draft) {
        return draft.in(changes.applied()).map(change -> published(draft, change.publishedBy(), change.id()));
    }

    private DraftChange published(DraftChange draft, String who, String change) {
        return told(() -> open().published(draft.id(), who, change));
    }

    private static String shortened(String words) {
        return words.length() <= 500 ? words : words.substring(0, 500);
    }

    /** A change in plain words, as the content is now. */
    List<ChangeRow> rows(ChangeSet change, String lang) {
        Graph coming = GraphFactory.createDefaultGraph();
        change.quads().forEach(quad -> coming.add(quad.asTriple()));
        return store.read(
                snapshot -> new ChangeWords(new Union(snapshot.union(), coming), lang).rows(ChangeLine.of(change)));
    }

    private Drafts open() {
        if (!settings.kept()) {
            throw new RequestException(
                    ErrorCode.DRAFT_NOT_KEPT,
                    "Changes that wait would be lost here, since the service keeps nothing (werkgraaf.storage).");
        }
        Drafts all = drafts.getObject();
        if (settled.compareAndSet(false, true)) {
            settle(all);
        }
        return all;
    }

    /** What was written before the process ended, and not written down as published, is told as it was. */
    private void settle(Drafts all) {
        try {
            all.settle(changes.applied())
                    .forEach(draft -> LOG.info("Change {} had been published by {}.", draft.id(), draft.by()));
        } catch (RequestException | DraftException e) {
            // Each is looked for again when somebody approves it.
            LOG.warn("It could not be looked whether changes that wait are published: {}", e.getMessage());
        }
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (DraftException e) {
            throw new RequestException(
                    switch (e.reason()) {
                        case BAD_WORDS -> ErrorCode.BAD_PARAMETER;
                        case UNKNOWN -> ErrorCode.NOT_FOUND;
                        case NOT_NOW -> ErrorCode.CHANGE_NOT_WAITING;
                        case FULL -> ErrorCode.CHANGES_FULL;
                        case NOT_KEPT -> ErrorCode.DRAFT_NOT_KEPT;
                    },
                    String.valueOf(e.getMessage()));
        }
    }
}
