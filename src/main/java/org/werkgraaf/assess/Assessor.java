package org.werkgraaf.assess;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;

/** Checks situations against the norms of the published release, which are read once for each release. */
public final class Assessor {
    /** How a passage is marked that was read in the official text. */
    private static final String PRIMARY = "primary";

    private final GraphStore store;
    private volatile @Nullable Norms ready;

    /**
     * All that a check needs of a release.
     *
     * @param release id of the release
     * @param rules the norms as they are checked
     * @param evaluator holds them against situations
     * @param official the same with only what was read in the official text
     * @param material what an answer tells besides
     * @param precedents finds cases, gaps and coverage
     */
    public record Norms(
            String release,
            Rules rules,
            Evaluator evaluator,
            Evaluator official,
            Material material,
            Precedents precedents) {}

    /** @param store the published graph */
    public Assessor(GraphStore store) {
        this.store = store;
    }

    /**
     * The norms of the release that is published now, read when it is first asked for.
     *
     * @throws IllegalStateException when there is no release yet
     */
    public Norms norms() {
        return store.read(this::of);
    }

    /** Reads the norms of the release that is published now, so that nobody who asks waits for it; nothing when there is none. */
    public void renew() {
        if (store.release().isPresent()) {
            norms();
        }
    }

    private synchronized Norms read(Snapshot snapshot, String release) {
        Norms known = ready;
        if (known != null && known.release().equals(release)) {
            return known;
        }
        Rules rules = new RulesReader(snapshot.union()).read();
        Material material = new MaterialReader(snapshot.union(), rules).read();
        Rules official =
                rules.restingOn(passage -> Optional.ofNullable(material.places().get(passage))
                        .flatMap(Material.Place::verification)
                        .filter(PRIMARY::equals)
                        .isPresent());
        Norms made = new Norms(
                release,
                rules,
                new Evaluator(rules),
                new Evaluator(official),
                material,
                new Precedents(rules, material));
        ready = made;
        return made;
    }

    private Norms of(Snapshot snapshot) {
        String release =
                snapshot.releaseId().orElseThrow(() -> new IllegalStateException("No release is published yet"));
        Norms known = ready;
        if (known != null && known.release().equals(release)) {
            return known;
        }
        return read(snapshot, release);
    }
}
