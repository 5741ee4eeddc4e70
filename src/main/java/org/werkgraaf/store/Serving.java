package org.werkgraaf.store;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which releases are lent to readers: the one that is served, and perhaps the one before it. Both change at once. */
final class Serving {
    private final ThreadLocal<@Nullable OpenRelease> held = new ThreadLocal<>();
    private volatile Both both = new Both(OpenRelease.none(), null);

    /**
     * @param served what is served
     * @param previous what was served before and is kept
     */
    private record Both(OpenRelease served, @Nullable OpenRelease previous) {
        private @Nullable OpenRelease of(String id) {
            if (isOf(served, id)) {
                return served;
            }
            return previous != null && isOf(previous, id) ? previous : null;
        }
    }

    private static boolean isOf(OpenRelease release, String id) {
        return release.release().filter(each -> each.id().equals(id)).isPresent();
    }

    OpenRelease served() {
        return both.served();
    }

    Optional<OpenRelease> previous() {
        return Optional.ofNullable(both.previous());
    }

    /** Takes hold of the release that is served now, or of the one that the thread holds already. */
    Lease lease() {
        OpenRelease known = held.get();
        if (known != null) {
            return new Lease(known, () -> {});
        }
        OpenRelease taken = both.served();
        while (!taken.tryEnter()) {
            taken = both.served();
        }
        return taken(taken);
    }

    /** Takes hold of the release of that id; empty when it is not here, or the thread holds another one already. */
    Optional<Lease> lease(String id) {
        OpenRelease known = held.get();
        if (known != null) {
            return isOf(known, id) ? Optional.of(new Lease(known, () -> {})) : Optional.empty();
        }
        OpenRelease taken = both.of(id);
        while (taken != null && !taken.tryEnter()) {
            taken = both.of(id);
        }
        return taken == null ? Optional.empty() : Optional.of(taken(taken));
    }

    /** Has work of another thread read the release that this one holds; work stays as it is when it holds none. */
    <A, T> Function<A, T> inSame(Function<A, T> work) {
        OpenRelease here = held.get();
        if (here == null) {
            return work;
        }
        return given -> {
            if (held.get() != null || !here.tryEnter()) {
                throw new IllegalStateException("Whoever wanted this of release " + here.release() + " has left it");
            }
            try (Lease lease = taken(here)) {
                return work.apply(given);
            }
        };
    }

    private Lease taken(OpenRelease release) {
        held.set(release);
        return new Lease(release, this::leave);
    }

    private void leave() {
        OpenRelease left = Objects.requireNonNull(held.get());
        held.remove();
        left.leave();
    }

    /** Serves a release, and returns the one that was served until now; the one before stays. */
    OpenRelease serve(OpenRelease next) {
        Both now = both;
        both = new Both(next, now.previous());
        return now.served();
    }

    /** Serves a release and keeps the one that was served until now; returns the one that was kept until now. */
    Optional<OpenRelease> serveAndKeep(OpenRelease next) {
        Both now = both;
        both = new Both(next, now.served());
        return Optional.ofNullable(now.previous());
    }

    /** Serves the one before, which must be there, and keeps the one that was served if there was one. */
    void exchange() {
        Both now = both;
        OpenRelease last = now.served();
        both = new Both(Objects.requireNonNull(now.previous()), last.release().isPresent() ? last : null);
    }

    /** Keeps a release as the one before; returns the one that was kept until now. */
    Optional<OpenRelease> keep(OpenRelease before) {
        Both now = both;
        both = new Both(now.served(), before);
        return Optional.ofNullable(now.previous());
    }

    /** Keeps the one before no longer, and returns it. */
    Optional<OpenRelease> drop() {
        Both now = both;
        both = new Both(now.served(), null);
        return Optional.ofNullable(now.previous());
    }
}
