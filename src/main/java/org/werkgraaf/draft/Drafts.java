package org.werkgraaf.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.draft.DraftException.Reason;
import org.werkgraaf.store.StoreException;

/**
 * The changes that people prepared: in memory as they are, and on the disk as all that happened to them. What a method has returned from
 * is on the disk.
 */
public final class Drafts implements AutoCloseable {
    /** Where they are in the folder of the service. */
    public static final String FOLDER = "drafts";

    private static final int ID_BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    /** Those that somebody is publishing: until it is known what came of it, nothing else comes of them. */
    private final Set<String> taken = new HashSet<>();

    private final DraftBook book;
    private final DraftLimits limits;
    private final Clock clock;

    private Drafts(Path folder, DraftLimits limits, Clock clock) throws IOException {
        this.limits = limits;
        this.clock = clock;
        this.book = DraftBook.open(folder);
    }

    /**
     * Reads what a folder holds, and makes it when there is none. It must be this process's alone.
     *
     * @throws StoreException when it cannot be read or written
     */
    public static Drafts open(Path folder, DraftLimits limits, Clock clock) {
        try {
            return new Drafts(folder, limits, clock);
        } catch (IOException e) {
            throw StoreException.of("keep changes that wait", folder, e);
        }
    }

    /** What of the file is not as it was written, such as {@code line 12 is cut}; all else was read. */
    public List<String> damages() {
        return book.damages();
    }

    /**
     * Keeps a change of somebody, as a new one or in place of what was kept of it before.
     *
     * @param id of the one that it takes the place of; absent for a new one
     * @param proposed whether somebody is asked to look at it
     * @throws DraftException when there is none of that id that its author may change, there are too many, or it cannot be written
     */
    public synchronized DraftChange keep(@Nullable String id, DraftChange.Text text, boolean proposed) {
        String author = text.change().author();
        DraftChange before = id == null ? null : own(id, author);
        if (before == null || !before.state().open()) {
            requireRoom(author);
        }
        Instant now = now();
        DraftState state = proposed ? DraftState.PROPOSED : DraftState.DRAFT;
        DraftChange after = before == null
                ? DraftChange.first(freshId(), book.nextNumber(), text, state, now)
                : before.with(text, state, now);
        String event = DraftEvents.kept(after.id(), now, state, text);
        book.shorten(now.minus(limits.endedDaysMax(), ChronoUnit.DAYS));
        requireSpace(author, after.id(), event.getBytes(StandardCharsets.UTF_8).length);
        return book.write(event, after);
    }

    /** Nothing comes of what is published or withdrawn; one that was refused can be mended and proposed again. */
    private DraftChange own(String id, String author) {
        DraftChange draft = free(id);
        if (!draft.author().equals(author)) {
            throw notNow("The change is one of " + draft.author() + ", and only its author can change it. Send it back"
                    + " with what is to be done.");
        }
        if (!draft.state().open() && draft.state() != DraftState.REFUSED) {
            throw notNow("The change was " + draft.state().code() + " at " + draft.since() + ". Make a new one.");
        }
        return draft;
    }

    private void requireRoom(String author) {
        List<DraftChange> open =
                book.all().stream().filter(each -> each.state().open()).toList();
        if (open.size() >= limits.openMax()) {
            throw new DraftException(
                    Reason.FULL,
                    open.size() + " changes wait, which is the most that may (werkgraaf.edit.drafts-open-max). Answer"
                            + " some, or try again when others were.");
        }
        long own = open.stream().filter(each -> each.author().equals(author)).count();
        if (own >= limits.perPersonMax()) {
            throw new DraftException(
                    Reason.FULL,
                    own + " changes of yours wait, which is the most of one person"
                            + " (werkgraaf.edit.drafts-per-person-max). Take some back, or try again when some were answered.");
        }
    }

    private void requireSpace(String author, String id, long bytes) {
        long own = book.bytesOf(author, id) + bytes;
        if (own > limits.bytesPerPersonMax()) {
            throw new DraftException(
                    Reason.FULL,
                    "With this your changes that wait, or ended in the last " + limits.endedDaysMax() + " days, take "
                            + own + " bytes; at most " + limits.bytesPerPersonMax()
                            + " may be of one person (werkgraaf.edit.drafts-bytes-per-person-max). Take some back, or make"
                            + " this one smaller.");
        }
        if (book.fileBytes() + bytes > limits.journalBytesMax()) {
            throw new DraftException(
                    Reason.FULL,
                    "The file of changes that wait has reached the " + limits.journalBytesMax()
                            + " bytes that it may take (werkgraaf.edit.drafts-journal-bytes-max). Tell whoever runs the"
                            + " service.");
        }
    }

    /**
     * Sends one back to its author, to be changed.
     *
     * @param words what is to be done
     * @throws DraftException when there is none of that id that waits, the words are empty or too long, or it cannot be written
     */
    public synchronized DraftChange giveBack(String id, String by, String words) {
        free(id);
        return answer(id, DraftState.RETURNED, by, words);
    }

    /**
     * Refuses one.
     *
     * @param words why
     * @throws DraftException as {@link #giveBack}
     */
    public synchronized DraftChange refuse(String id, String by, String words) {
        free(id);
        return answer(id, DraftState.REFUSED, by, words);
    }

    private DraftChange answer(String id, DraftState state, String by, String words) {
        DraftChange draft = waiting(id);
        if (words.isBlank()) {
            throw new DraftException(Reason.BAD_WORDS, "The words are empty; say why, or what is to be done.");
        }
        if (words.length() > limits.textLengthMax()) {
            throw new DraftException(
                    Reason.BAD_WORDS,
                    "The words have " + words.length() + " characters; at most " + limits.textLengthMax()
                            + " are taken (werkgraaf.edit.words-length-max). Shorten them.");
        }
        return become(draft, state, by, words.strip(), "");
    }

    /**
     * Takes one for publishing: until it is let go, it stays what it is.
     *
     * @param digest names what somebody looked at who publishes it
     * @throws DraftException when there is none of that id that waits, it is not what was looked at any more, or somebody has taken it
     */
    public synchronized DraftChange take(String id, String digest) {
        free(id);
        DraftChange draft = waiting(id);
        if (!draft.digest().equals(digest)) {
            throw notNow("The change is not what you looked at: its author prepared it anew. Look at it as it is now.");
        }
        taken.add(id);
        return draft;
    }

    /** Lets one go that was taken. */
    public synchronized void letGo(String id) {
        taken.remove(id);
    }

    /** Whether one is being checked and published at the moment. */
    public synchronized boolean isTaken(String id) {
        return taken.contains(id);
    }

    private DraftChange free(String id) {
        DraftChange draft = known(id);
        if (taken.contains(id)) {
            throw notNow("The change is being published. Look at it again in a minute.");
        }
        return draft;
    }

    synchronized DraftChange waiting(String id) {
        DraftChange draft = known(id);
        if (draft.state() != DraftState.PROPOSED) {
            throw notNow("The change does not wait: it was " + draft.state().code() + " at " + draft.since() + " by "
                    + draft.by() + ".");
        }
        return draft;
    }

    /**
     * Writes down that one was published; what is written down already stays as it is.
     *
     * @param change id of the change in the log
     * @throws DraftException when there is none of that id, or it cannot be written
     */
    public synchronized DraftChange published(String id, String by, String change) {
        DraftChange draft = known(id);
        return draft.state() == DraftState.PUBLISHED ? draft : become(draft, DraftState.PUBLISHED, by, "", change);
    }

    /**
     * Writes down those that wait and were published nevertheless: the process can have ended between the two.
     *
     * @param applied changes in the log
     * @return those that it was written down of
     * @throws DraftException when it cannot be written
     */
    public synchronized List<DraftChange> settle(List<ChangeSet> applied) {
        return List.copyOf(book.all()).stream()
                .filter(draft -> draft.state() == DraftState.PROPOSED && !taken.contains(draft.id()))
                .flatMap(draft ->
                        draft
                                .in(applied)
                                .map(change -> published(draft.id(), change.publishedBy(), change.id()))
                                .stream())
                .toList();
    }

    /**
     * Takes one back.
     *
     * @throws DraftException when there is none of that id, it is of somebody else, nothing can come of it any more, or it cannot be written
     */
    public synchronized DraftChange withdraw(String id, String author) {
        return become(own(id, author), DraftState.WITHDRAWN, author, "", "");
    }

    /** The one of an id, if there is one. */
    public synchronized Optional<DraftChange> find(String id) {
        return book.find(id);
    }

    /** All of them, the last that something happened to first. */
    public synchronized List<DraftChange> all() {
        return book.all().stream()
                .sorted(Comparator.comparing(DraftChange::since)
                        .thenComparing(DraftChange::number)
                        .reversed())
                .toList();
    }

    /** Those of which something may still come that were made in the form of a thing. */
    public List<DraftChange> about(String thing) {
        return all().stream()
                .filter(each -> each.state().open() && each.text().subject().equals(thing))
                .toList();
    }

    private DraftChange known(String id) {
        return find(id).orElseThrow(() -> new DraftException(
                Reason.UNKNOWN, "There is no change of that id that waits or waited. The list of changes names them."));
    }

    private static DraftException notNow(String message) {
        return new DraftException(Reason.NOT_NOW, message);
    }

    private DraftChange become(DraftChange draft, DraftState state, String by, String words, String change) {
        Instant now = now();
        return book.write(
                DraftEvents.became(state, draft.id(), now, by, words, change), draft.in(state, now, by, words, change));
    }

    private String freshId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What belongs into a backup, by path in the folder of the service. */
    public Map<String, byte[]> toBackUp() {
        try {
            return Map.of(FOLDER + "/" + DraftBook.JOURNAL, book.copy());
        } catch (IOException e) {
            throw new DraftException(Reason.NOT_KEPT, "No copy could be made (" + e.getMessage() + ").", e);
        }
    }

    /**
     * The same of a folder that no process has.
     *
     * @param var the folder of the service
     * @throws StoreException when it cannot be read
     */
    public static Map<String, byte[]> toBackUp(Path var) {
        Path file = var.resolve(FOLDER).resolve(DraftBook.JOURNAL);
        try {
            return Files.exists(file) ? Map.of(FOLDER + "/" + DraftBook.JOURNAL, Files.readAllBytes(file)) : Map.of();
        } catch (IOException e) {
            throw StoreException.of("read changes that wait", var, e);
        }
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new DraftException(Reason.NOT_KEPT, "The file could not be closed (" + e.getMessage() + ").", e);
        }
    }
}
