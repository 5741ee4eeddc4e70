package org.werkgraaf.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class OriginDerivationTest {
    private static final String PREFIXES = """
            PREFIX id: <https://w3id.org/werkgraaf/id/>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    @Test
    void takesNothingForOriginalWithoutAReading() {
        assertThat(derived("""
                id:act a wg:Instrument ; wg:broughtInBy "Stb. 1971, 54" ; wg:inForceFrom "1971-04-01"^^xsd:date .
                id:art a wg:Provision ; wg:partOf id:act .
                """)).isEmpty();
    }

    @Test
    void takesWhatNamesNoOtherActForOriginalWhereTheInsertionsWereRead() {
        assertThat(derived("""
                id:act a wg:Instrument ; wg:inForceFrom "2024-08-01"^^xsd:date ;
                    wg:insertionsReadUpTo "2026-07-27"^^xsd:date .
                id:art a wg:Provision ; wg:partOf id:act ; wg:appliesFrom "2025-02-02"^^xsd:date .
                id:art-1 a wg:Provision ; wg:partOf id:art .
                id:same-day a wg:Provision ; wg:partOf id:act ; wg:inForceFrom "2024-08-01"^^xsd:date .
                id:later a wg:Provision ; wg:partOf id:act ; wg:broughtInBy "2026/1744" .
                id:later-1 a wg:Provision ; wg:partOf id:later .
                id:later-day a wg:Provision ; wg:partOf id:act ; wg:inForceFrom "2026-07-27"^^xsd:date .
                """))
                .containsExactlyInAnyOrder("art originalIn act", "art-1 originalIn act", "same-day originalIn act");
    }

    @Test
    void believesWhatOwesItsDayToTheActOfTheWhole() {
        assertThat(derived("""
                id:act a wg:Instrument ; wg:broughtInBy "Stb. 1971, 54" .
                id:first a wg:Provision ; wg:partOf id:act ; wg:broughtInBy "Stb. 1971, 54" .
                id:first-1 a wg:Provision ; wg:partOf id:first .
                id:later a wg:Provision ; wg:partOf id:act ; wg:broughtInBy "Stb. 1998, 107" .
                """)).containsExactly("first originalIn act");
    }

    @Test
    void endsWithAPartOfItself() {
        assertThat(derived("id:one a wg:Provision ; wg:partOf id:two . id:two a wg:Provision ; wg:partOf id:one ."))
                .isEmpty();
    }

    private static List<String> derived(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return OriginDerivation.of(graph).stream()
                .map(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                        .map(node -> node.getURI().replaceFirst(".*[/#]", ""))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
