package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written triple by triple, in whatever order, is read as the same graph. */
class StreamedFormatsTest {
    private static final List<String> TEXTS = List.of(
            "",
            " two  spaces ",
            "a\tb\nc\r\nd",
            "\"quoted\" <b> & ]]>",
            "é\u2603\uD83D\uDE00",
            "'",
            "\\u0041",
            "http://example.org/");

    @ParameterizedTest
    @EnumSource(names = "RDF_JSON", mode = EnumSource.Mode.EXCLUDE)
    void areReadAsTheSameGraph(RdfFormat format) {
        for (int seed = 0; seed < 50; seed++) {
            List<Triple> triples = triples(new Random(seed));
            Graph expected = GraphMemFactory.createDefaultGraphSameTerm();
            triples.forEach(expected::add);
            Graph read = GraphMemFactory.createDefaultGraphSameTerm();
            RDFParser.source(new ByteArrayInputStream(written(format, triples)))
                    .lang(format.format().getLang())
                    .parse(read);
            assertThat(read.isIsomorphicWith(expected))
                    .as("%s, seed %d", format, seed)
                    .isTrue();
        }
    }

    @Test
    void beginsAnotherNodeObjectWhereAPropertyComesBack() {
        Node a = NodeFactory.createURI("http://example.org/a");
        List<Triple> triples = List.of(
                Triple.create(a, property(0), a),
                Triple.create(a, property(1), a),
                Triple.create(a, property(0), property(0)));
        assertThat(new String(written(RdfFormat.JSON_LD, triples), StandardCharsets.UTF_8))
                .isEqualTo(
                        "[{\"@id\":\"http://example.org/a\",\"http://example.org/p0\":[{\"@id\":\"http://example.org/a\"}],"
                                + "\"http://example.org/p1\":[{\"@id\":\"http://example.org/a\"}]},"
                                + "{\"@id\":\"http://example.org/a\",\"http://example.org/p0\":[{\"@id\":\"http://example.org/p0\"}]}]");
    }

    @Test
    void refusesInXmlWhatItHasNoPlaceFor() {
        Node a = NodeFactory.createURI("http://example.org/a");
        assertThatThrownBy(() -> written(
                        RdfFormat.RDF_XML,
                        List.of(Triple.create(a, property(0), NodeFactory.createLiteralString("\u0007")))))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("U+0007");
        assertThatThrownBy(() -> written(
                        RdfFormat.RDF_XML, List.of(Triple.create(a, NodeFactory.createURI("http://example.org/1"), a))))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("http://example.org/1");
    }

    private static byte[] written(RdfFormat format, List<Triple> triples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StreamRDF stream = format.stream(out).orElseThrow();
        stream.start();
        stream.prefix("ex", "http://example.org/");
        stream.prefix("", "http://example.org/none/");
        stream.prefix("xml2", "http://example.org/x&y");
        triples.forEach(stream::triple);
        stream.finish();
        return out.toByteArray();
    }

    private static List<Triple> triples(Random random) {
        List<Node> things = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            things.add(NodeFactory.createURI("http://example.org/a?b=" + i + "&c='d'"));
            things.add(NodeFactory.createBlankNode());
        }
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Node property = random.nextInt(5) == 0 ? RDF.type.asNode() : property(random.nextInt(4));
            triples.add(Triple.create(things.get(random.nextInt(10)), property, object(random, things)));
        }
        return triples;
    }

    private static Node property(int number) {
        return NodeFactory.createURI(
                number == 3
                        ? "http://elsewhere.example/ns#p"
                        : number == 2 ? "http://example.org/none/p" : "http://example.org/p" + number);
    }

    private static Node object(Random random, List<Node> things) {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> things.get(random.nextInt(10));
            case 1 -> NodeFactory.createLiteralLang(text, random.nextBoolean() ? "nl" : "en-gb");
            case 2 -> NodeFactory.createLiteralDT(text, NodeFactory.getType("http://example.org/type&1"));
            default -> NodeFactory.createLiteralString(text);
        };
    }
}
