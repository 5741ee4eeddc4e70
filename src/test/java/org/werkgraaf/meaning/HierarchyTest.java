package org.werkgraaf.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

class HierarchyTest {
    private final Graph graph = graph("""
            PREFIX id: <https://w3id.org/werkgraaf/id/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            id:keylogging skos:broader id:software .
            id:software skos:broader id:system .
            id:screenshots skos:broader id:software , id:images .
            id:one skos:broader id:two . id:two skos:broader id:one .
            """);
    private final Hierarchy hierarchy = Hierarchy.of(graph);

    @Test
    void knowsAllThatIsWiderAndNarrowerHoweverFar() {
        assertThat(names(hierarchy.wider(thing("screenshots"))))
                .containsExactlyInAnyOrder("software", "system", "images");
        assertThat(names(hierarchy.narrower(thing("system"))))
                .containsExactlyInAnyOrder("software", "keylogging", "screenshots");
        assertThat(hierarchy.wider(thing("system"))).isEmpty();
    }

    @Test
    void endsWhereTheContentHasACircle() {
        assertThat(names(hierarchy.wider(thing("one")))).containsExactly("two");
    }

    @Test
    void letsLawHoldForWhatIsNarrower() {
        for (Node law : Set.of(Wg.INSTRUMENT, Wg.PROVISION, Wg.RIGHT, Wg.OBLIGATION, Wg.PROHIBITION, Wg.CONDITION)) {
            assertThat(names(hierarchy.reach(law, Wg.TECHNIQUE, thing("software"))))
                    .as(law.getLocalName())
                    .containsExactlyInAnyOrder("software", "keylogging", "screenshots");
        }
        assertThat(names(hierarchy.reach(Wg.RISK, Wg.TECHNIQUE, thing("software"))))
                .contains("keylogging");
    }

    @Test
    void letsWhatHappensCountForWhatIsWider() {
        for (Node seen : Set.of(Wg.CASE, Wg.INCIDENT, Wg.STATISTIC, Wg.GAP)) {
            assertThat(names(hierarchy.reach(seen, Wg.TECHNIQUE, thing("software"))))
                    .as(seen.getLocalName())
                    .containsExactlyInAnyOrder("software", "system");
        }
        assertThat(names(hierarchy.reach(Wg.RISK, Wg.RISK, thing("software"))))
                .containsExactlyInAnyOrder("software", "system");
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source("ontology/werkgraaf.ttl").parse(graph);
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        HierarchyDerivation.of(graph).forEach(graph::add);
        return graph;
    }

    private static Node thing(String name) {
        return NodeFactory.createURI(ThingId.THINGS + name);
    }

    private static Set<String> names(Set<Node> things) {
        return things.stream()
                .map(thing -> thing.getURI().substring(ThingId.THINGS.length()))
                .collect(Collectors.toSet());
    }
}
