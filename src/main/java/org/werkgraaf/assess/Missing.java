package org.werkgraaf.assess;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Something that was not given and that would decide.
 *
 * @param aspect what it is about
 * @param fact the question, for a question of fact
 */
public record Missing(Aspect aspect, Optional<ThingId> fact) {
    static Missing of(Aspect aspect) {
        return new Missing(aspect, Optional.empty());
    }

    static Missing of(ThingId fact) {
        return new Missing(Aspect.FACT, Optional.of(fact));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Missing missing && missing.aspect == aspect && missing.fact.equals(fact);
    }

    @Override
    public int hashCode() {
        return 31 * aspect.ordinal() + (fact.isPresent() ? fact.get().hashCode() : 0);
    }
}
