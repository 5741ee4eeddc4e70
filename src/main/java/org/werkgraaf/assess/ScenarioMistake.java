package org.werkgraaf.assess;

import java.util.List;
import java.util.Optional;
import org.werkgraaf.vocabulary.ThingId;

/**
 * What the check has wrong in a case.
 *
 * @param kind what is wrong
 * @param norm the norm that is not as it must be; empty when it is about the case as a whole
 * @param must how the norm must stand; empty when it must not be there
 * @param is how it stands; empty when it is not on the subject
 * @param grounds what must be among its grounds; of {@link Kind#NOT_AMONG} the law, of {@link Kind#UNREADABLE} why
 * @param found what its grounds are
 */
public record ScenarioMistake(
        Kind kind,
        Optional<ThingId> norm,
        Optional<State> must,
        Optional<State> is,
        List<String> grounds,
        List<String> found) {
    /** What is wrong. */
    public enum Kind {
        /** The norm stands otherwise. */
        STATE,
        /** It stands as it must, on other grounds. */
        GROUNDS,
        /** It is there and must not be. */
        NOT_ABSENT,
        /** It is there, and not among all that may be there of a law. */
        NOT_AMONG,
        /** The law of the country is in the graph, and must not be, or the other way round. */
        COVERAGE,
        /** The case cannot be read, such as when it names what is not there. */
        UNREADABLE
    }

    static ScenarioMistake unreadable(String why) {
        return new ScenarioMistake(
                Kind.UNREADABLE, Optional.empty(), Optional.empty(), Optional.empty(), List.of(why), List.of());
    }

    static ScenarioMistake covered(boolean must) {
        return new ScenarioMistake(
                Kind.COVERAGE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(must ? "yes" : "no"),
                List.of(must ? "no" : "yes"));
    }

    /** Whether the same is wrong, on whatever grounds. */
    boolean isSameAs(ScenarioMistake other) {
        return kind == other.kind && norm.equals(other.norm) && is.equals(other.is);
    }

    /** In the words of the files of cases. */
    @Override
    public String toString() {
        return switch (kind) {
            case STATE ->
                name() + " should be " + must.map(State::text).orElse("") + ", is " + standing() + " " + found;
            case GROUNDS -> name() + " is " + standing() + " as it should, but for " + found + ", not for " + grounds;
            case NOT_ABSENT -> name() + " should not be there, but is " + standing() + " " + found;
            case NOT_AMONG ->
                name() + " is not among what may be there of " + grounds + ", but is " + standing() + " " + found;
            case COVERAGE -> "whether the law of the country is in the graph should be " + grounds + ", is " + found;
            case UNREADABLE -> "the case cannot be read: " + grounds;
        };
    }

    private String name() {
        return norm.map(ThingId::toString).orElse("");
    }

    private String standing() {
        return is.map(State::text).orElse("not on the subject");
    }
}
