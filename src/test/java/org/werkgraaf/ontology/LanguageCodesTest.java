package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.Languages;

/** Which languages there are stands in the registry alone; the content has texts in those. */
class LanguageCodesTest {
    private static final String CODE = "(?:" + String.join("|", Languages.READ) + ")";
    private static final Pattern IN_CODE = Pattern.compile("\"(?:[\\w-]*[_@-])?" + CODE + "(?:-[A-Z]{2})?\"");
    private static final Pattern OF_JAVA =
            Pattern.compile("Locale\\.(?!ROOT\\b|LanguageRange\\b|Builder\\b|Category\\b)[A-Z]\\w+");
    private static final Pattern IN_TEMPLATE = Pattern.compile("['\"@]" + CODE + "['\"]");
    private static final Pattern IN_SCRIPT = Pattern.compile("['\"`@]" + CODE + "['\"`]|\\." + CODE + "\\b(?!\\w)");
    /** Countries, a word of Dutch, an answer that is shown as an example, and all languages in which countries are named. */
    private static final Set<String> ELSEWHERE = Set.of(
            "CheckController.java names \"nl\"",
            "CheckPairController.java names \"nl\"",
            "CheckExamples.java names \"en\"",
            "Citation.java names \"de\"",
            "CountryNames.java names \"de\"",
            "CountryNames.java names \"en\"",
            "CountryNames.java names \"fr\"",
            "CountryNames.java names \"nl\"");

    @Test
    void standInNoClass() {
        List<String> found = Stream.of(IN_CODE, OF_JAVA)
                .flatMap(pattern -> named(Path.of("src/main/java"), ".java", pattern))
                .filter(each -> !ELSEWHERE.contains(each))
                .toList();

        assertThat(found).isEmpty();
    }

    @Test
    void standInNoTemplateAndNoScript() {
        Path resources = Path.of("src/main/resources");

        assertThat(named(resources.resolve("templates"), ".html", IN_TEMPLATE)).isEmpty();
        assertThat(named(resources.resolve("static/assets"), ".js", IN_SCRIPT)).isEmpty();
    }

    @Test
    void areTheSameInTheShapes() {
        Graph shapes = Repository.graph(Repository.files(Path.of("ontology/shapes"), ".ttl"));

        assertThat(list(shapes, "Languages")).containsExactlyElementsOf(Languages.ALL);
        assertThat(list(shapes, "LanguagesOfNames")).containsExactlyInAnyOrderElementsOf(Languages.READ);
    }

    private static List<String> list(Graph shapes, String name) {
        return Stream.iterate(
                        NodeFactory.createURI("https://w3id.org/werkgraaf/shape#" + name),
                        node -> !node.equals(RDF.nil.asNode()),
                        node -> object(shapes, node, RDF.rest.asNode()))
                .map(node -> object(shapes, node, RDF.first.asNode()).getLiteralLexicalForm())
                .toList();
    }

    private static Node object(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .findFirst()
                .orElseThrow()
                .getObject();
    }

    private static Stream<String> named(Path folder, String suffix, Pattern pattern) {
        return Repository.files(folder, suffix).stream()
                .flatMap(file -> Repository.text(file)
                        .lines()
                        .filter(line ->
                                !line.strip().startsWith("*") && !line.strip().startsWith("//"))
                        .flatMap(line -> pattern.matcher(line).results())
                        .map(found -> file.getFileName() + " names " + found.group())
                        .distinct());
    }
}
