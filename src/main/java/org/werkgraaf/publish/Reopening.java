package org.werkgraaf.publish;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.Content;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;

/** Opens at a start what was published before. */
final class Reopening {
    private static final Logger LOG = LoggerFactory.getLogger(Reopening.class);

    private final GraphStore store;
    private final ReleaseMaker maker;

    Reopening(GraphStore store, ReleaseMaker maker) {
        this.store = store;
        this.maker = maker;
    }

    /**
     * Serves a release that was published before, with an index that agrees with it, made again when it must be.
     *
     * @param now the content as it is now, which spares unpacking that of the release when it is the same
     * @return why the index was made again; empty when it was sound
     */
    Optional<String> serve(OpenRelease stored, Supplier<Optional<Content>> now) {
        Release release = stored.release().orElseThrow();
        Path folder = stored.folder().orElseThrow();
        // Beside the index, which takes as long.
        CompletableFuture<KeptContent> read =
                CompletableFuture.supplyAsync(() -> KeptContent.of(release, folder, now.get()));
        Optional<String> problem = EntityIndex.problem(folder, release.id());
        if (problem.isPresent()) {
            LOG.warn("The index of release {} is made again from the graph: {}", release.id(), problem.get());
            KeptContent kept = Joined.of(read);
            maker.makeIndexAgain(stored, kept.content(), kept.questions());
            store.discard(stored);
        } else {
            maker.open(
                    stored,
                    () -> Joined.of(read).content(),
                    () -> Joined.of(read).questions());
        }
        return problem;
    }
}
