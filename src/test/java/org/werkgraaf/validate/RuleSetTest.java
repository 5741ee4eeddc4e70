package org.werkgraaf.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;

class RuleSetTest {
    static {
        JenaSystem.init();
    }

    private static final String RULE = """
            # Problem: It is there.
            # Solution: Take it away.

            SELECT ?entity ?property ?value
            WHERE {
              ?entity ?property ?value .
            }
            ORDER BY ?entity
            """;

    @Test
    void allowsAsManyFindingsAsTheProfileSays() {
        assertThat(judge("there\tINFO\t2", 2).accepted()).isTrue();
        assertThat(judge("there\tINFO", 50).accepted()).isTrue();
    }

    @Test
    void refusesWhatGotWorse() {
        Report report = judge("there\tINFO\t2", 3);
        assertThat(report.accepted()).isFalse();
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.rule()).isEqualTo("there");
            assertThat(error.problem()).contains("3 findings", "2 at most");
        });
        assertThat(report.countByRule()).containsEntry("there", 4L);
    }

    @Test
    void saysWhatAProfileLineShouldBe() {
        assertThatThrownBy(() -> judge("there\tINFO\tfew", 1))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("there\tINFO\tfew")
                .hasMessageContaining("a number");
    }

    private static Report judge(String profile, int findings) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (int i = 0; i < findings; i++) {
            graph.add(
                    NodeFactory.createURI("https://example.org/" + i),
                    NodeFactory.createURI("https://example.org/p"),
                    NodeFactory.createLiteralString("v"));
        }
        RuleSet rules = RuleSet.of(Graph.emptyGraph, Map.of("there", RULE), profile);
        assertThat(List.copyOf(rules.rules())).hasSize(1);
        return new Validator(rules).judge(graph);
    }
}
