package org.werkgraaf.turtle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

class TurtleTextTest {
    private static final String FILE = """
            PREFIX id: <https://w3id.org/werkgraaf/id/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

            # The first, with a remark; and a semicolon.
            id:case\\/a
                a wg:Case ; # what it is
                skos:prefLabel "A <b> # no remark"@nl , "A"@en ;
                skos:altLabel "eerste"@nl ,
                    "first"@en ;
                wg:jurisdiction id:jurisdiction\\/nl .

            id:passage\\/a-p1 {
                id:case\\/a
                    wg:decidedOn "2023-12-27"^^xsd:date ;
                    wg:amountImposed 32.0 .
            }
            """;

    private static final Node A = new ThingId("case", "a").node();
    private static final Node PASSAGE = new ThingId("passage", "a-p1").node();
    private static final Node OUT = Quad.defaultGraphNodeGenerated;

    private static Quad label(String text, String lang) {
        return new Quad(OUT, A, SKOS.altLabel.asNode(), NodeFactory.createLiteralLang(text, lang));
    }

    private static Quad decided(String day) {
        return new Quad(PASSAGE, A, Wg.DECIDED_ON, NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
    }

    private static String with(List<Quad> removed, List<Quad> added) {
        return TurtleText.of(FILE).with(removed, added, List.of()).text();
    }

    @Test
    void aValueTakesThePlaceOfAnother() {
        assertThat(with(List.of(decided("2023-12-27")), List.of(decided("2023-12-20"))))
                .isEqualTo(FILE.replace("2023-12-27", "2023-12-20"));
    }

    @Test
    void aValueIsAddedBehindTheOthersInTheirForm() {
        assertThat(with(List.of(), List.of(label("premier", "fr"))))
                .isEqualTo(FILE.replace("\"first\"@en ;", "\"first\"@en ,\n        \"premier\"@fr ;"));
    }

    @Test
    void aValueGoesAndTheRemarksStay() {
        assertThat(with(List.of(label("eerste", "nl")), List.of()))
                .isEqualTo(FILE.replace("\"eerste\"@nl ,\n        \"first\"", "\"first\""));
    }

    @Test
    void aPropertyGoesWithItsLastValue() {
        assertThat(with(List.of(decided("2023-12-27")), List.of()))
                .isEqualTo(FILE.replace(
                        "id:case\\/a\n        wg:decidedOn \"2023-12-27\"^^xsd:date ;\n", "id:case\\/a\n"));
    }

    @Test
    void bracesGoWithWhatWasInThem() {
        Quad amount =
                new Quad(PASSAGE, A, Wg.AMOUNT_IMPOSED, NodeFactory.createLiteralDT("32.0", XSDDatatype.XSDdecimal));
        assertThat(with(List.of(decided("2023-12-27"), amount), List.of()))
                .isEqualTo(FILE.substring(0, FILE.indexOf("\n\nid:passage") + 1));
    }

    @Test
    void aNewThingStandsBehindTheOthersInTheirOrder() {
        Node b = new ThingId("case", "b").node();
        assertThat(with(
                        List.of(),
                        List.of(
                                new Quad(OUT, b, Wg.HAS_JURISDICTION, new ThingId("jurisdiction", "eu").node()),
                                new Quad(OUT, b, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang("B", "en")),
                                new Quad(
                                        OUT,
                                        b,
                                        SKOS.prefLabel.asNode(),
                                        NodeFactory.createLiteralLang("Bé \"b\"", "nl")),
                                new Quad(OUT, b, RDF.Nodes.type, Wg.CASE))))
                .isEqualTo(FILE + """

                        id:case\\/b
                            a wg:Case ;
                            skos:prefLabel "Bé \\"b\\""@nl , "B"@en ;
                            wg:jurisdiction id:jurisdiction\\/eu .
                        """);
    }

    @Test
    void newBracesStandBehindThePassageThatTheyAreNamedAfter() {
        Node passage = new ThingId("passage", "a-p2").node();
        assertThat(with(
                        List.of(),
                        List.of(
                                new Quad(passage, A, Wg.OUTCOME, new ThingId("outcome", "fine").node()),
                                new Quad(OUT, passage, RDF.Nodes.type, Wg.PASSAGE))))
                .isEqualTo(FILE + """

                        id:passage\\/a-p2
                            a wg:Passage .

                        id:passage\\/a-p2 {
                            id:case\\/a
                                wg:outcome id:outcome\\/fine .
                        }
                        """);
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        assertThatThrownBy(() -> with(List.of(decided("1999-01-01")), List.of()))
                .isInstanceOf(TurtleException.class)
                .hasMessageContaining("There is no such statement");
    }

    @Test
    void aTextThatIsNotClosedIsRefusedWithItsLine() {
        assertThatThrownBy(() -> TurtleText.of(FILE.replace("\"A\"@en", "\"A@en")))
                .isInstanceOf(TurtleException.class)
                .hasMessageStartingWith("Line 9: A quotation mark is not closed");
        assertThatThrownBy(() -> TurtleText.of(FILE.replace("skos:altLabel", "skoz:altLabel")))
                .hasMessageStartingWith("Line 10: The prefix skoz:");
        assertThatThrownBy(() -> TurtleText.of(FILE.substring(0, FILE.lastIndexOf("wg:amountImposed"))))
                .hasMessageContaining("ends within");
    }
}
