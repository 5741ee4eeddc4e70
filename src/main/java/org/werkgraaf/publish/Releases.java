package org.werkgraaf.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Release.GraphState;

/** Names releases. */
final class Releases {
    private Releases() {}

    /** A release with an id made of the day and the digest. */
    static Release of(Candidate candidate, LocalDate day, Instant now) {
        return of(candidate, day + "-" + candidate.digest().substring(0, 8), now);
    }

    /** A release with an id that it has already. */
    static Release of(Candidate candidate, String id, Instant publishedAt) {
        Map<String, GraphState> graphs = new TreeMap<>();
        candidate
                .graphs()
                .forEach((name, graph) -> graphs.put(
                        name,
                        new GraphState(
                                Objects.requireNonNull(candidate.digests().get(name)), graph.size())));
        return new Release(id, candidate.digest(), candidate.contentDigest(), publishedAt, graphs);
    }
}
