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
 */
public record Damage(String why, @Nullable Path aside, Instant foundAt, boolean madeAgain) {
    static Damage found(String why, Optional<Path> aside) {
        return new Damage(why, aside.orElse(null), Instant.now(), false);
    }

    Damage mended() {
        return new Damage(why, aside, foundAt, true);
    }

    /** What happened and, if need be, what to do, in one line. */
    public String message() {
        String where = aside == null ? "Nothing of it was left to set aside." : "It was set aside in " + aside + ".";
        return "The release was damaged: " + why + " " + where + " "
                + (madeAgain
                        ? "It was made again from its content and is what was published. Look at the disk, and remove the"
                                + " folder when you need it no more."
                        : "Its content could not make it again. Correct the content and publish, or put a backup back.");
    }
}
