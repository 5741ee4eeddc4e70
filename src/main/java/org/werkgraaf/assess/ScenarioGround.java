package org.werkgraaf.assess;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Of what cases can speak: the things of some content, and which law is whose. */
final class ScenarioGround {
    private final Set<ThingId> things = new HashSet<>();
    private final Map<ThingId, ThingId> partOf = new HashMap<>();
    private final Map<ThingId, ThingId> jurisdictions = new HashMap<>();

    /** @param graph the content of which the cases speak */
    ScenarioGround(Graph graph) {
        graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .forEach(thing -> ThingId.find(thing).ifPresent(things::add));
        readLinks(graph, Wg.PART_OF, partOf);
        readLinks(graph, Wg.HAS_JURISDICTION, jurisdictions);
    }

    private static void readLinks(Graph graph, Node property, Map<ThingId, ThingId> links) {
        graph.stream(Node.ANY, property, Node.ANY)
                .forEach(triple -> ThingId.find(triple.getSubject())
                        .ifPresent(from -> ThingId.find(triple.getObject()).ifPresent(to -> links.put(from, to))));
    }

    /** Whether there is such a thing. */
    boolean has(ThingId thing) {
        return things.contains(thing);
    }

    /** Whether all things of another are here too. */
    boolean hasAllOf(ScenarioGround other) {
        return things.containsAll(other.things);
    }

    /** Whether the same law is whose. */
    boolean hasLawAs(ScenarioGround other) {
        return partOf.equals(other.partOf) && jurisdictions.equals(other.jurisdictions);
    }

    /** The act that a provision is part of. */
    ThingId actOf(ThingId provision) {
        ThingId here = provision;
        Set<ThingId> seen = new HashSet<>();
        while (partOf.containsKey(here) && seen.add(here)) {
            here = partOf.get(here);
        }
        return here;
    }

    /** Whose law a provision is, where that is known. */
    Optional<ThingId> countryOf(ThingId provision) {
        return Optional.ofNullable(jurisdictions.get(actOf(provision)));
    }
}
