package org.werkgraaf.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release that was found to be something else than was published.
 *
 * @param why what is not as it was written
 * @param aside where its folder was put; absent when nothing of it was left
 * @param foundAt when
 * @param madeAgain whether the same release is served again
 * @param outcome what came of it, and what to do, in sentences
 */
public record Damage(String why, @Nullable Path aside, Instant foundAt, boolean madeAgain, String outcome) {
    static Damage found(String why, Optional<Path> aside) {
        return new Damage(why, aside.orElse(null), Instant.now(), false, "It is being made again.");
    }

    Damage mended() {
        return new Damage(
                why,
                aside,
                foundAt,
                true,
                "It was made again and is what was published. Look at the disk, and remove the folder when you need it no"
                        + " more.");
    }

    Damage notMended(String because) {
        return new Damage(
                why,
                aside,
                foundAt,
                false,
                "It could not be made again: " + because + " Correct the content and publish, or put a backup back.");
    }

    Damage replacedBy(String release) {
        return new Damage(
                why,
                aside,
                foundAt,
                madeAgain,
                "Release " + release + " was made of the content as it was after that. Look at the disk.");
    }

    /** Where it was put, as a sentence. */
    String where() {
        return aside == null ? "Nothing of it was left to set aside." : "It was set aside in " + aside + ".";
    }

    /** What happened and, if need be, what to do, in one line. */
    public String message() {
        return "The release was damaged: " + why + " " + where() + " " + outcome;
    }
}
