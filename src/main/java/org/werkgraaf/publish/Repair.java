package org.werkgraaf.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreException;

/** Takes a release out of service that is not what was published, and makes it again. One at a time, by whoever publishes. */
final class Repair {
    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

    private final GraphStore store;
    private final ReleaseMaker maker;
    private final String prepared;
    private volatile @Nullable Damage damage;

    /** @param prepared where the build may have left a prepared release */
    Repair(GraphStore store, ReleaseMaker maker, String prepared) {
        this.store = store;
        this.maker = maker;
        this.prepared = prepared;
    }

    /** The damage that was found last, if any. */
    Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    /**
     * Sets a release aside and serves what it was before it was damaged, if that can be made; else nothing is served.
     *
     * @param served the release if it is open; if not, it is the one on the disk
     * @param why what is wrong with it
     */
    void makeAgain(Optional<OpenRelease> served, String why) {
        Optional<Path> aside = store.setAside(served);
        Damage found = Damage.found(why, aside);
        damage = found;
        LOG.warn("The release is damaged and is made again: {} {}", why, found.where());
        if (aside.isEmpty()) {
            damage = found.notMended("There is nothing that it could be made of.");
            return;
        }
        try {
            long begin = System.nanoTime();
            Release release = maker.makeAgain(aside.get(), prepared);
            damage = found.mended();
            LOG.warn("Release {} was made again in {} ms", release.id(), (System.nanoTime() - begin) / 1_000_000);
        } catch (IOException | RuntimeException e) {
            String told = e instanceof IOException || e instanceof StoreException
                    ? String.valueOf(e.getMessage())
                    : e.toString();
            damage = found.notMended(told);
            LOG.warn("The content that it kept cannot make the release again: {}", told);
        }
    }

    /** Takes note that a release is served that was made of the content as it is now. */
    void published(Release release) {
        Damage known = damage;
        if (known != null && !known.madeAgain()) {
            damage = known.replacedBy(release.id());
        }
    }

    /**
     * Sets a release aside and serves nothing.
     *
     * @param because why it is not made again
     */
    void withdraw(Optional<OpenRelease> served, String why, String because) {
        damage = Damage.found(why, store.setAside(served)).notMended(because);
        LOG.error("The release is served no more: {} {}", why, because);
    }
}
