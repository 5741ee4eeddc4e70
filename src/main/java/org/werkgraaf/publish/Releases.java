package org.werkgraaf.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Release.GraphState;

/** Names releases. */
final class Releases {
    private Releases() {}

    static Release of(Candidate candidate, LocalDate day, Instant now) {
        Map<String, GraphState> graphs = new TreeMap<>();
        candidate.graphs()
                .forEach((name, graph) ->
                        graphs.put(name, new GraphState(candidate.digests().get(name), graph.size())));
        String digest = candidate.digest();
        return new Release(day + "-" + digest.substring(0, 8), digest, candidate.contentDigest(), now, graphs);
    }
}
