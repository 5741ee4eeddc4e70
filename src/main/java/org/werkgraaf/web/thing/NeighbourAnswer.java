package org.werkgraaf.web.thing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thing is linked to, as the interface answers it.
 *
 * @param id of the thing
 * @param type local name of its class
 * @param typeLabel label of the class
 * @param label of the thing
 * @param release id of the release
 * @param total how many links there are in the groups, exactly
 * @param complete whether all of them are listed
 * @param cutBy what cut the lists; absent when they are complete
 * @param groups the links by relation and direction
 */
public record NeighbourAnswer(
        String id,
        String type,
        String typeLabel,
        String label,
        String release,
        int total,
        boolean complete,
        @Nullable String cutBy,
        List<Group> groups) {
    /**
     * @param property IRI of the relation
     * @param relation its local name, by which to filter
     * @param direction {@code out} from the thing or {@code in} to it
     * @param label how the relation reads in this direction
     * @param total how many neighbours it has
     * @param things the first of them, by name
     */
    public record Group(
            String property, String relation, String direction, String label, int total, List<Near> things) {}

    /**
     * @param id of the neighbour
     * @param type local name of its class
     * @param typeLabel label of the class
     * @param label of the neighbour
     */
    public record Near(String id, String type, String typeLabel, String label) {}
}
