package org.werkgraaf.entity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description.Place;

/**
 * Names and passages of one release that were read before: many pages show the same ones. Bounded, so that a large graph takes no
 * more memory; the packaged content fits whole.
 */
final class NamesRead {
    private static final int NAMES_MAX = 20_000;
    private static final int PLACES_MAX = 10_000;

    private final Cache<Node, Name> names =
            Caffeine.newBuilder().maximumSize(NAMES_MAX).build();
    private final Cache<Node, Place> places =
            Caffeine.newBuilder().maximumSize(PLACES_MAX).build();

    Cache<Node, Name> names() {
        return names;
    }

    Cache<Node, Place> places() {
        return places;
    }

    /**
     * What a link to a node shows.
     *
     * @param id of a thing that the graph describes; null for other nodes
     * @param type its class, if it is one of ours
     * @param labels by language; of a passage, what it says
     */
    record Name(@Nullable String id, @Nullable Node type, Map<String, String> labels) {}
}
