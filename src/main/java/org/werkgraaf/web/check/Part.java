package org.werkgraaf.web.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.assess.Material;
import org.werkgraaf.assess.Outcome;
import org.werkgraaf.assess.Situation;
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
    /** Rights of the employer alone. */
    MAY,
    COMING,
    DEPENDS,
    /** Depends on, or comes for, what nothing given touches: told by name and question alone. */
    ASIDE,
    OTHERS,
    NOT;

    private static final List<ThingId> EMPLOYER = List.of(Situation.EMPLOYER);

    /** When a prohibition asks something that binds how a thing is used, and not whether it may be. */
    static final ThingId IN_EACH_USE = new ThingId("phase", "in-each-use");

    private static final Map<String, Part> BY_TEXT =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Part::text, part -> part));

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As it is written in answers and keys of texts. */
    String text() {
        return text;
    }

    /** The part with that text. */
    static Part named(String text) {
        return Objects.requireNonNull(BY_TEXT.get(text));
    }

    /** Where a norm stands. */
    static Part of(Outcome outcome, Material.Norm norm) {
        if (outcome.bindsAnother()) {
            return OTHERS;
        }
        return switch (outcome.state()) {
            case NOT_YET -> COMING;
            case DEPENDS -> DEPENDS;
            case NO_LONGER, DOES_NOT_APPLY -> NOT;
            case APPLIES -> applying(outcome.kind(), norm);
        };
    }

    private static Part applying(String kind, Material.Norm norm) {
        if (kind.equals(ClassNames.PROHIBITION)) {
            return norm.phase().filter(IN_EACH_USE::equals).isPresent() ? PRECONDITION : FORBIDDEN;
        }
        if (kind.equals(ClassNames.RIGHT)) {
            return norm.beneficiaries().equals(EMPLOYER) ? MAY : DEMAND;
        }
        return switch (norm.phase().map(ThingId::slug).orElse("")) {
            case "precondition" -> PRECONDITION;
            case "before-use" -> BEFORE;
            case "", "during-use" -> DURING;
            default -> AFTER;
        };
    }
}
