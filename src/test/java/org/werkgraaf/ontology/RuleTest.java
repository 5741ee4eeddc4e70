package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.werkgraaf.validate.Finding;
import org.werkgraaf.validate.RuleSet;
import org.werkgraaf.validate.Validator;

/** Each quality rule accepts what is right and finds what is wrong. */
class RuleTest {
    private static final Path RULES = Path.of("ontology/rules");
    private static final Path CASES = Path.of("ontology/tests/rules");
    private static final int INVALID_MIN = 2;
    private static final Pattern LAYOUT = Pattern.compile("""
            # Problem: [^\\n]+\\.
            # Solution: [^\\n]+\\.
            # Problem \\(nl\\): [^\\n]+\\.
            # Solution \\(nl\\): [^\\n]+\\.
            # Problem \\(fr\\): [^\\n]+\\.
            # Solution \\(fr\\): [^\\n]+\\.

            ((PREFIX [a-z]+: <[^>]+>\\n)+\\n)?SELECT \\?entity \\?property \\?value
            WHERE \\{
            .*
            }
            ORDER BY [^\\n]+
            """, Pattern.DOTALL);

    private final Graph ontology = Repository.ontology();

    @TestFactory
    Stream<DynamicNode> judgesEachCase() {
        return names().map(rule -> {
            RuleSet only = RuleSet.of(Graph.emptyGraph, Map.of(rule, text(rule)), rule + "\tERROR");
            Validator validator = new Validator(only);
            return dynamicContainer(
                    rule, QualityCase.in(CASES.resolve(rule)).stream().map(one -> test(validator, one)));
        });
    }

    @TestFactory
    Stream<DynamicTest> hasValidAndInvalidCasesForEachRule() {
        return names().map(rule -> dynamicTest(rule, () -> {
            List<QualityCase> cases = QualityCase.in(CASES.resolve(rule));
            assertThat(QualityCase.count(cases, true))
                    .as("valid cases of " + rule)
                    .isPositive();
            assertThat(QualityCase.count(cases, false))
                    .as("invalid cases of " + rule)
                    .isGreaterThanOrEqualTo(INVALID_MIN);
            assertThat(cases)
                    .filteredOn(one -> !one.valid())
                    .allMatch(one -> one.breaks().equals(rule));
        }));
    }

    @TestFactory
    Stream<DynamicTest> saysProblemAndSolutionAndIsLaidOutAsTheOthers() {
        return names().map(rule -> dynamicTest(rule, () -> {
            assertThat(text(rule)).matches(LAYOUT);
            assertThat(prefixes(text(rule))).isSorted();
        }));
    }

    @Test
    void everyFolderOfCasesHasARule() {
        assertThat(Repository.folders(CASES).stream()
                        .map(folder -> folder.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(names().toList());
    }

    private DynamicTest test(Validator validator, QualityCase one) {
        return dynamicTest(one.name(), one.file().toUri(), () -> {
            Graph own = Repository.graph(one.file());
            Graph graph = Repository.graph(one.file());
            ontology.stream().forEach(graph::add);
            List<Finding> findings = validator.judge(graph).findings().stream()
                    .filter(finding -> own.contains(NodeFactory.createURI(finding.entity()), Node.ANY, Node.ANY))
                    .toList();
            if (one.valid()) {
                assertThat(findings).isEmpty();
            } else {
                assertThat(findings).isNotEmpty();
            }
        });
    }

    private static List<String> prefixes(String text) {
        return text.lines().filter(line -> line.startsWith("PREFIX ")).toList();
    }

    private static Stream<String> names() {
        return Repository.files(RULES, ".rq").stream()
                .map(file -> file.getFileName().toString().replace(".rq", ""));
    }

    private static String text(String rule) {
        return Repository.text(RULES.resolve(rule + ".rq"));
    }
}
