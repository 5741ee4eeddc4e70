package org.werkgraaf.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.werkgraaf.change.ChangeSet;

/**
 * A change that somebody prepared, and what became of it.
 *
 * @param id names it in addresses
 * @param number in the order in which they came, from 1
 * @param kept when it was kept first
 * @param text what is to be changed
 * @param state what became of it
 * @param since when it came into that state
 * @param by who had it come into that state
 * @param words what somebody said of it last who looked at it; empty when nobody did. They stay while its author goes on with it
 * @param wordsBy who said that
 * @param change id of the change that was published; empty as long as it was not
 */
public record DraftChange(
        String id,
        long number,
        Instant kept,
        Text text,
        DraftState state,
        Instant since,
        String by,
        String words,
        String wordsBy,
        String change) {
    /**
     * What is to be changed.
     *
     * @param subject id of the thing whose form was filled in; empty when there was no form
     * @param page address of that form; empty when there was none
     * @param change statements that go and come, with author, reason, and what it answers
     * @param form what was filled in, by field, so that its author can go on with it
     */
    public record Text(String subject, String page, ChangeSet change, Map<String, List<String>> form) {
        Text withoutForm() {
            return new Text(subject, page, change, Map.of());
        }
    }

    /** Names what goes and comes, so that it can be told whether it is still what somebody looked at. */
    public String digest() {
        return text.change().digest();
    }

    /** Who prepared it. */
    public String author() {
        return text.change().author();
    }

    /** The same change among those that were applied, if it was since it waits. */
    public Optional<ChangeSet> in(List<ChangeSet> applied) {
        return applied.stream()
                .filter(each -> !each.time().isBefore(since) && each.isSameAs(text.change()))
                .findFirst();
    }

    DraftChange in(DraftState next, Instant at, String who, String said, String published) {
        return new DraftChange(
                id,
                number,
                kept,
                next.open() || next == DraftState.REFUSED ? text : text.withoutForm(),
                next,
                at,
                who,
                said,
                said.isEmpty() ? "" : who,
                published);
    }

    DraftChange with(Text other, DraftState next, Instant at) {
        return new DraftChange(id, number, kept, other, next, at, other.change().author(), words, wordsBy, "");
    }

    static DraftChange first(String id, long number, Text text, DraftState state, Instant at) {
        return new DraftChange(id, number, at, text, state, at, text.change().author(), "", "", "");
    }
}
