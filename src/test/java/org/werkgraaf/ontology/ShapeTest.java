package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.werkgraaf.validate.Finding;
import org.werkgraaf.validate.RuleSet;
import org.werkgraaf.validate.Validator;

/** Each shape accepts what is right and finds what is wrong, and says so under its own name. */
class ShapeTest {
    private static final Path SHAPES = Path.of("ontology/shapes");
    private static final Path CASES = Path.of("ontology/tests/shapes");
    private static final String NS = "https://w3id.org/werkgraaf/shape#";
    private static final int INVALID_MIN = 2;

    private final Graph ontology = Repository.ontology();
    private final Graph shapes = Repository.graph(Repository.files(SHAPES, ".ttl"));

    /** A case is judged by the file of its shape alone, so that the things to which it points need no description. */
    @TestFactory
    Stream<DynamicNode> judgesEachCase() {
        return Repository.folders(CASES).stream().map(folder -> {
            Validator validator = validator(fileOf(folder.getFileName().toString()));
            return dynamicContainer(
                    folder.getFileName().toString(),
                    QualityCase.in(folder).stream().map(one -> test(validator, one)));
        });
    }

    @TestFactory
    Stream<DynamicTest> hasValidAndInvalidCasesForEachShape() {
        return targetShapes()
                .map(shape -> dynamicTest(shape, () -> {
                    List<QualityCase> cases = QualityCase.in(CASES.resolve(shape));
                    assertThat(QualityCase.count(cases, true))
                            .as("valid cases of " + shape)
                            .isPositive();
                    assertThat(QualityCase.count(cases, false))
                            .as("invalid cases of " + shape)
                            .isGreaterThanOrEqualTo(INVALID_MIN);
                }));
    }

    @Test
    void everyConstraintIsBrokenByACase() {
        Set<String> broken = Repository.folders(CASES).stream()
                .flatMap(folder -> QualityCase.in(folder).stream())
                .map(QualityCase::breaks)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(withMessage().map(Repository::localName))
                .allSatisfy(name -> assertThat(broken).contains(name));
    }

    @Test
    void everyConstraintSaysWhatIsWrongAndWhatToDo() {
        List<Node> named = Stream.concat(withMessage(), Repository.subjects(shapes, SHACL.PropertyShape).stream())
                .distinct()
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(shape -> {
            assertThat(shape.isURI() && shape.getURI().startsWith(NS))
                    .as(shape + " has an IRI")
                    .isTrue();
            assertThat(shapes.contains(shape, SHACL.message, Node.ANY))
                    .as(shape + " has a message")
                    .isTrue();
            assertThat(shapes.contains(shape, RDFS.comment.asNode(), Node.ANY))
                    .as(shape + " has a remedy")
                    .isTrue();
        });
    }

    private DynamicTest test(Validator validator, QualityCase one) {
        return dynamicTest(one.name(), one.file().toUri(), () -> {
            Graph graph = Repository.graph(one.file());
            // The ontology says that an authority is an organisation and a right a norm.
            ontology.stream().forEach(graph::add);
            List<Finding> findings = validator.judge(graph).findings();
            Set<String> found = findings.stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).as(() -> findings.toString()).isEqualTo(one.valid() ? Set.of() : Set.of(one.breaks()));
        });
    }

    private static Validator validator(Path file) {
        Graph shapes = Repository.graph(List.of(file, SHAPES.resolve("common.ttl")));
        return new Validator(RuleSet.of(shapes, Map.of(), ""));
    }

    private static Path fileOf(String shape) {
        Node node = NodeFactory.createURI(NS + shape);
        return Repository.files(SHAPES, ".ttl").stream()
                .filter(file -> Repository.graph(file).contains(node, RDF.type.asNode(), SHACL.NodeShape))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There are cases for " + shape + ", but no file in " + SHAPES + " describes it."));
    }

    /** Shapes that gather the constraints of a class and have a target. */
    private Stream<String> targetShapes() {
        return Repository.subjects(shapes, SHACL.NodeShape).stream()
                .filter(shape -> hasTarget(shape) && !shapes.contains(shape, SHACL.message, Node.ANY))
                .map(Repository::localName);
    }

    private boolean hasTarget(Node shape) {
        return shapes.contains(shape, SHACL.targetClass, Node.ANY)
                || shapes.contains(shape, SHACL.targetSubjectsOf, Node.ANY);
    }

    private Stream<Node> withMessage() {
        return shapes.stream(Node.ANY, SHACL.message, Node.ANY).map(Triple::getSubject);
    }
}
