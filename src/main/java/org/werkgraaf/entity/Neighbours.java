package org.werkgraaf.entity;

import java.util.List;
import java.util.Map;

/**
 * What a thing is linked to.
 *
 * @param id of the thing
 * @param type local name of its class
 * @param typeLabels label of the class by language
 * @param labels preferred label by language
 * @param groups its neighbours by relation and direction
 * @param release id of the release in which it was read
 */
public record Neighbours(
        String id,
        String type,
        Map<String, String> typeLabels,
        Map<String, String> labels,
        List<Group> groups,
        String release) {
    /**
     * @param property IRI of the relation
     * @param name its local name
     * @param incoming whether the neighbours point to the thing
     * @param labels how it reads in this direction, by language
     * @param things the neighbours, by id
     */
    public record Group(
            String property, String name, boolean incoming, Map<String, String> labels, List<Near> things) {}

    /**
     * @param id of the neighbour
     * @param type local name of its class
     * @param typeLabels label of the class by language
     * @param labels preferred label by language
     */
    public record Near(String id, String type, Map<String, String> typeLabels, Map<String, String> labels) {}
}
