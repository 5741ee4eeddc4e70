package org.werkgraaf.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.werkgraaf.draft.DraftException.Reason;
import org.werkgraaf.journal.Journal;
import org.werkgraaf.store.DurableFiles;

/**
 * Changes that wait as they are, in memory, and all that happened to them, in a file. When most of the file is past, it is written anew
 * with what is; what has ended long ago is forgotten then.
 */
final class DraftBook implements AutoCloseable {
    static final String JOURNAL = "drafts.jsonl";
    /** A file so small takes no room that anybody misses. */
    private static final long SMALL_BYTES = 100_000;

    private final Map<String, DraftChange> byId = new LinkedHashMap<>();
    /** How much each takes in a file that holds what is and nothing of the past. */
    private final Map<String, Long> bytes = new HashMap<>();

    private final Journal journal;

    private DraftBook(Path folder) throws IOException {
        DurableFiles.createPrivateFolder(folder);
        this.journal = Journal.open(folder.resolve(JOURNAL), event -> DraftEvents.replay(event, byId));
        byId.values().forEach(draft -> bytes.put(draft.id(), size(draft)));
    }

    static DraftBook open(Path folder) throws IOException {
        return new DraftBook(folder);
    }

    private static long size(DraftChange draft) {
        return DraftEvents.whole(draft).getBytes(StandardCharsets.UTF_8).length;
    }

    List<String> damages() {
        return journal.damages();
    }

    Optional<DraftChange> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<DraftChange> all() {
        return byId.values();
    }

    long nextNumber() {
        return DraftEvents.next(byId);
    }

    /** Writes down what happened; then it is so. */
    DraftChange write(String event, DraftChange after) {
        try {
            journal.append(event);
        } catch (IOException e) {
            throw notKept(e);
        }
        byId.put(after.id(), after);
        bytes.put(after.id(), size(after));
        return after;
    }

    /** Size of the file. */
    long fileBytes() {
        return journal.bytes();
    }

    /** How much those of a person take, but one. */
    long bytesOf(String author, String but) {
        return byId.values().stream()
                .filter(draft -> draft.author().equals(author) && !draft.id().equals(but))
                .mapToLong(draft -> bytes.getOrDefault(draft.id(), 0L))
                .sum();
    }

    /**
     * Writes the file anew when most of it is past.
     *
     * @param before what ended earlier is forgotten
     */
    void shorten(Instant before) {
        List<DraftChange> stay =
                byId.values().stream().filter(draft -> isKept(draft, before)).toList();
        long needed = stay.stream()
                .mapToLong(draft -> bytes.getOrDefault(draft.id(), 0L))
                .sum();
        if (journal.bytes() <= SMALL_BYTES || journal.bytes() <= 2 * needed) {
            return;
        }
        try {
            if (journal.replace(stay.stream().map(DraftEvents::whole).toList())) {
                byId.values().removeIf(draft -> !isKept(draft, before));
                bytes.keySet().retainAll(byId.keySet());
            }
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private static boolean isKept(DraftChange draft, Instant before) {
        return draft.state().open() || !draft.since().isBefore(before);
    }

    byte[] copy() throws IOException {
        return journal.copy();
    }

    private static DraftException notKept(IOException e) {
        return new DraftException(
                Reason.NOT_KEPT, "It could not be written to the disk (" + e.getMessage() + "). Try again.", e);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
