package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdfTextTest {
    private static final String TEXT = """
            PREFIX ex: <https://example.org/>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            ex:shape a sh:NodeShape ;
                sh:property [ sh:path ex:b ; sh:minCount 1 ] , [ sh:path ex:a ; sh:in ( ex:x ex:y "z"@nl 3 ) ] ;
                sh:property [ sh:path ex:c ; sh:or ( [ sh:class ex:One ] [ sh:class ex:Two ] ) ] .
            ex:thing ex:label "een"@nl , "one"@en , "un"@fr ; ex:count 2 , 10 ; ex:self [ ex:knows ex:thing ] .
            """;

    @ParameterizedTest
    @ValueSource(strings = {"turtle", "jsonld", "rdfxml", "ntriples"})
    void writesTheSameBytesWhateverTheOrderAndTheNamesOfBlankNodes(String name) {
        RDFFormat format = switch (name) {
            case "turtle" -> RDFFormat.TURTLE_PRETTY;
            case "jsonld" -> RDFFormat.JSONLD11_PRETTY;
            case "rdfxml" -> RDFFormat.RDFXML_PLAIN;
            default -> RDFFormat.NTRIPLES_UTF8;
        };
        String first = write(parsed(0), format);
        for (int seed = 1; seed < 20; seed++) {
            assertThat(write(parsed(seed), format)).as("seed " + seed).isEqualTo(first);
        }
        Graph again = RDFParser.create()
                .source(new StringReader(first))
                .lang(format.getLang())
                .toGraph();
        assertThat(again.isIsomorphicWith(parsed(0))).isTrue();
    }

    private static String write(Graph graph, RDFFormat format) {
        return new String(RdfText.of(graph, format), StandardCharsets.UTF_8);
    }

    /** Each parsing names the blank nodes anew. */
    private static Graph parsed(int seed) {
        Graph parsed = RDFParser.create()
                .source(new StringReader(TEXT))
                .lang(Lang.TURTLE)
                .toGraph();
        List<Triple> triples = new ArrayList<>(parsed.stream().toList());
        Collections.shuffle(triples, new Random(seed));
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(parsed.getPrefixMapping());
        triples.forEach(graph::add);
        return graph;
    }
}
