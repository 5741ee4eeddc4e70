package org.werkgraaf.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Release.GraphState;

/** Names releases. */
final class Releases {
    private Releases() {}

    /** A release with an id made of the day and the digest; that of a release which says the same, if it is known. */
    static Release of(Candidate candidate, Optional<Release> known, Instant now) {
        return known.filter(release -> release.digest().equals(candidate.digest()))
                .map(release -> of(candidate, release.id(), release.publishedAt()))
                .orElseGet(() -> of(
                        candidate,
                        LocalDate.ofInstant(now, ZoneOffset.UTC) + "-"
                                + candidate.digest().substring(0, 8),
                        now));
    }

    /** The graphs that differ between two releases, or are in one only. */
    static Set<String> changed(Optional<Release> before, Release after) {
        Map<String, GraphState> old = before.map(Release::graphs).orElse(Map.of());
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(after.graphs().keySet());
        names.removeIf(name -> Objects.equals(old.get(name), after.graphs().get(name)));
        return names;
    }

    private static Release of(Candidate candidate, String id, Instant publishedAt) {
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
