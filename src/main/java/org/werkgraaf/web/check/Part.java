package org.werkgraaf.web.check;

import java.util.Locale;
import java.util.Optional;
import org.werkgraaf.assess.Outcome;
import org.werkgraaf.assess.State;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;

/** The parts of an answer, in the order in which somebody must know them. */
enum Part {
    FORBIDDEN,
    PRECONDITION,
    BEFORE,
    DURING,
    AFTER,
    DEMAND,
    COMING,
    DEPENDS,
    /** Depends on, or comes for, what nothing given touches: told by name and question alone. */
    ASIDE,
    OTHERS,
    NOT;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As it is written in answers and keys of texts. */
    String text() {
        return text;
    }

    /** Where a norm stands. */
    static Part of(Outcome outcome, Optional<ThingId> phase) {
        if (outcome.bindsAnother()) {
            return OTHERS;
        }
        return switch (outcome.state()) {
            case NOT_YET -> COMING;
            case DEPENDS -> DEPENDS;
            case NO_LONGER, DOES_NOT_APPLY -> NOT;
            case APPLIES -> applying(outcome.kind(), phase.map(ThingId::slug).orElse(""));
        };
    }

    private static Part applying(String kind, String phase) {
        if (kind.equals(ClassNames.PROHIBITION)) {
            return FORBIDDEN;
        }
        if (kind.equals(ClassNames.RIGHT)) {
            return DEMAND;
        }
        return switch (phase) {
            case "precondition" -> PRECONDITION;
            case "before-use" -> BEFORE;
            case "", "during-use" -> DURING;
            default -> AFTER;
        };
    }

    /** Whether what stands here is told in short unless all is asked for. */
    static boolean isShort(Outcome outcome) {
        return outcome.state() == State.DOES_NOT_APPLY || outcome.state() == State.DEPENDS;
    }
}
