package org.werkgraaf.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Sh;

/** What shapes and rules say is said in each language of the service. */
class RuleWordsTest {
    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> list = Files.list(Path.of(folder))) {
            return list.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Graph shapes() throws IOException {
        Graph shapes = GraphFactory.createDefaultGraph();
        for (Path file : files("ontology/shapes", ".ttl")) {
            RDFParser.source(file).parse(shapes);
        }
        return shapes;
    }

    private static List<String> rules() throws IOException {
        List<String> rules = new ArrayList<>();
        for (Path file : files("ontology/rules", ".rq")) {
            rules.add(Files.readString(file));
        }
        return rules;
    }

    @Test
    void everyShapeSpeaksEachLanguage() throws IOException {
        Graph shapes = shapes();
        Set<String> lacking = new TreeSet<>();
        int texts = 0;
        for (Node property : List.of(Sh.MESSAGE, RDFS.comment.asNode())) {
            Set<Node> speaking = shapes.stream(Node.ANY, property, Node.ANY)
                    .map(Triple::getSubject)
                    .collect(Collectors.toSet());
            texts += speaking.size();
            for (Node shape : speaking) {
                List<String> languages = shapes.stream(shape, property, Node.ANY)
                        .map(text -> text.getObject().getLiteralLanguage())
                        .toList();
                if (languages.size() != new HashSet<>(languages).size() || !languages.containsAll(Languages.ALL)) {
                    lacking.add(shape + " " + property.getLocalName() + " " + languages);
                }
            }
        }
        assertThat(texts).isGreaterThan(400);
        assertThat(lacking)
                .as("shapes that do not say once in each language what is wrong and what to do")
                .isEmpty();
    }

    @Test
    void everyRuleSpeaksEachLanguage() throws IOException {
        RuleWords words = RuleWords.of(GraphFactory.createDefaultGraph(), rules());
        Set<String> lacking = new TreeSet<>();
        for (Path file : files("ontology/rules", ".rq")) {
            QualityRule rule = QualityRule.parse(
                    file.getFileName().toString(),
                    Files.readString(file),
                    Severity.INFO,
                    java.util.OptionalInt.empty());
            for (String text : List.of(rule.problem(), rule.solution())) {
                if (!words.of(text).keySet().containsAll(Languages.ALL)) {
                    lacking.add(rule.name() + ": " + text);
                }
            }
        }
        assertThat(lacking)
                .as("rules that do not say in each language what is wrong and what to do")
                .isEmpty();
    }

    /** Who reads one language is not shown another: a text that was copied would be. */
    @Test
    void noneIsTheSameInTwoLanguages() throws IOException {
        Graph shapes = shapes();
        RuleWords words = RuleWords.of(shapes, rules());
        assertThat(shapes.stream(Node.ANY, Sh.MESSAGE, Node.ANY)
                        .map(Triple::getObject)
                        .filter(text -> text.getLiteralLanguage().equals(Languages.DOCUMENTATION))
                        .map(Node::getLiteralLexicalForm))
                .allSatisfy(text -> assertThat(words.of(text).values()).as(text).doesNotHaveDuplicates());
        assertThat(words.of("No shape says this."))
                .containsOnly(java.util.Map.entry(Languages.DOCUMENTATION, "No shape says this."));
    }
}
