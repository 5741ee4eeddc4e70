package org.werkgraaf.assess;

import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;

/** Checks situations against the norms of the published release, which are read once for each release. */
public final class Assessor {
    private final GraphStore store;
    private volatile @Nullable Compiled compiled;

    private record Compiled(String release, Rules rules, Evaluator evaluator) {}

    /** @param store the published graph */
    public Assessor(GraphStore store) {
        this.store = store;
    }

    /**
     * How the norms of the release stand to a situation.
     *
     * @param snapshot the release, as the reader of the answer sees it
     * @param situation what is known
     * @throws IllegalStateException when there is no release yet
     */
    public Assessment assess(Snapshot snapshot, Situation situation) {
        return compiled(snapshot).evaluator().assess(situation);
    }

    /** The norms of the release, as they are checked. */
    public Rules rules(Snapshot snapshot) {
        return compiled(snapshot).rules();
    }

    /** Reads the norms of the release that is published now, so that the first who asks need not wait. */
    public void prepare() {
        store.read(snapshot -> snapshot.releaseId().map(release -> compiled(snapshot)));
    }

    private Compiled compiled(Snapshot snapshot) {
        String release =
                snapshot.releaseId().orElseThrow(() -> new IllegalStateException("No release is published yet"));
        Compiled known = compiled;
        if (known != null && known.release().equals(release)) {
            return known;
        }
        Rules rules = new RulesReader(snapshot.union()).read();
        Compiled made = new Compiled(release, rules, new Evaluator(rules));
        compiled = made;
        return made;
    }
}
