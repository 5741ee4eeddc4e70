package org.werkgraaf.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

class ConditionDerivationTest {
    private static final String PREFIXES = "PREFIX wg: <" + Wg.NS + "> PREFIX id: <" + ThingId.THINGS + "> ";

    @Test
    void namesWhatAnyConditionNames() {
        List<Triple> derived =
                derive("id:n wg:condition id:a , id:b . id:a wg:usesTechnique id:t . id:b wg:processesData id:d .");
        assertThat(derived)
                .extracting(triple -> triple.getPredicate().getLocalName() + " "
                        + triple.getObject().getLocalName())
                .containsExactlyInAnyOrder("trigger t", "trigger d");
    }

    @Test
    void leavesOutWhomEveryConditionLeavesOut() {
        assertThat(derive("id:n wg:condition id:a , id:b . id:a wg:excludes id:x , id:y . id:b wg:excludes id:x ."))
                .extracting(triple -> triple.getObject().getLocalName())
                .containsExactly("x");
    }

    @Test
    void hasAThresholdOnlyWhenEveryConditionHasOne() {
        assertThat(derive("id:n wg:condition id:a , id:b . id:a wg:personsAtLeast 50 . id:b wg:personsAtLeast 20 ."))
                .extracting(triple -> triple.getObject().getLiteralLexicalForm())
                .containsExactly("20");
        assertThat(derive("id:n wg:condition id:a , id:b . id:a wg:personsAtLeast 50 . id:b wg:inTerritory id:nl ."))
                .isEmpty();
    }

    @Test
    void saysNothingOfExceptionsAndRiskClasses() {
        assertThat(derive("id:n wg:exception id:e . id:e wg:condition id:a . id:r a wg:RiskClass ; wg:condition id:a ."
                        + " id:a wg:usesTechnique id:t ; wg:excludes id:x ."))
                .isEmpty();
    }

    private static List<Triple> derive(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return ConditionDerivation.of(List.of(graph));
    }
}
