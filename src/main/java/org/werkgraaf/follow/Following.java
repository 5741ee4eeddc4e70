package org.werkgraaf.follow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this service has to do with others: it follows one, it is followed, or neither. */
public final class Following implements AutoCloseable {
    private final @Nullable Follower follower;
    private final @Nullable Bundler bundler;

    /**
     * @param follower fetches releases; null where they are made
     * @param bundler hands them on; null where nobody follows
     */
    public Following(@Nullable Follower follower, @Nullable Bundler bundler) {
        this.follower = follower;
        this.bundler = bundler;
    }

    /** What fetches releases, in a reader. */
    public Optional<Follower> follower() {
        return Optional.ofNullable(follower);
    }

    /** What hands them on, where that is wanted. */
    public Optional<Bundler> bundler() {
        return Optional.ofNullable(bundler);
    }

    @Override
    public void close() {
        if (follower != null) {
            follower.close();
        }
        if (bundler != null) {
            bundler.close();
        }
    }
}
