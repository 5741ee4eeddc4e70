package org.werkgraaf.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

class VerificationTest {
    private static final Node THING = new ThingId("provision", "p").node();

    private final Graph graph = GraphFactory.createDefaultGraph();

    @Test
    void takesTheThingsOwnStatusFirst() {
        passage("a", "primary", true);
        graph.add(THING, Wg.VERIFICATION, status("recalled"));
        assertThat(Verification.of(graph, THING)).hasValue("recalled");
    }

    @Test
    void takesTheBestPassageThatStatesSomethingOfIt() {
        passage("a", "recalled", true);
        passage("b", "secondary", true);
        passage("c", "primary", false);
        assertThat(Verification.of(graph, THING)).hasValue("secondary");
    }

    @Test
    void takesWhatIsInferredForMoreThanWhatIsRememberedAndLessThanWhatWasRead() {
        passage("a", "recalled", true);
        passage("b", "inferred", true);
        assertThat(Verification.of(graph, THING)).hasValue("inferred");
        passage("c", "secondary", true);
        assertThat(Verification.of(graph, THING)).hasValue("secondary");
    }

    @Test
    void doesNotTakeAMentionInAnOfficialTextForVerification() {
        passage("a", "primary", false);
        assertThat(Verification.of(graph, THING)).hasValue("secondary");
    }

    @Test
    void saysNothingOfWhatNoPassageSpeaksOf() {
        assertThat(Verification.of(graph, THING)).isEmpty();
    }

    @Test
    void takesThePassagesOfAClaimAndTheSourceOfAPassage() {
        passage("a", "recalled", true);
        assertThat(Verification.of(graph, new ThingId("claim", "a").node())).hasValue("recalled");
        assertThat(Verification.of(graph, new ThingId("passage", "a").node())).hasValue("recalled");
    }

    private void passage(String name, String status, boolean states) {
        Node source = new ThingId("source", name).node();
        Node passage = new ThingId("passage", name).node();
        graph.add(source, Wg.VERIFICATION, status(status));
        graph.add(passage, Wg.IN_SOURCE, source);
        graph.add(passage, Wg.MENTIONS, THING);
        if (states) {
            Node claim = new ThingId("claim", name).node();
            graph.add(claim, RDF.subject.asNode(), THING);
            graph.add(claim, RDF.predicate.asNode(), NodeFactory.createURI(Wg.NS + "poses"));
            graph.add(claim, Wg.HAS_PASSAGE, passage);
        }
    }

    private static Node status(String slug) {
        return new ThingId("verification", slug).node();
    }
}
