package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.Test;
import org.werkgraaf.Tsv;
import org.werkgraaf.vocabulary.Wg;

/**
 * Code names classes and properties by the constants of the room for that. Words such as "date" also name parameters and columns:
 * where they do, a list says what they are there.
 */
class TermNamesTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern IN_TEMPLATE = Pattern.compile("'(\\w+)'|[?&;(]type=(\\w+)");
    private static final Path CODE = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path HOMONYMS = Path.of("src/test/resources/ontology/homonyms.tsv");

    @Test
    void standInNoOtherRoomUnlessTheyNameSomethingElseThere() {
        Set<String> names = names();
        assertThat(names).hasSizeGreaterThan(130).contains("date", "creates", "Case", "amountImposed");
        Set<String> found = Repository.files(CODE, ".java").stream()
                .filter(file -> !file.toString().contains("/vocabulary/"))
                // Parts of answers, which have the names that answers have.
                .filter(file -> !file.endsWith("CheckExamples.java"))
                .flatMap(file -> literals(file).filter(names::contains).map(name -> place(file) + " " + name))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = Tsv.rows(HOMONYMS).stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found)
                .as(
                        "names of terms in code: use Wg, ClassNames or PropertyNames; if it is something else, say what in %s",
                        HOMONYMS)
                .isEqualTo(told);
        assertThat(Tsv.rows(HOMONYMS)).allSatisfy(row -> assertThat(row.get(2)).isNotBlank());
    }

    @Test
    void ofClassesStandInNoTemplate() {
        Set<String> classes = names(List.of(OWL.Class));
        assertThat(classes).hasSizeGreaterThan(30).contains("Case", "Passage");
        List<Path> templates = Repository.files(TEMPLATES, ".html");
        assertThat(templates).hasSizeGreaterThan(30);
        assertThat(templates.stream()
                        .flatMap(file -> IN_TEMPLATE
                                .matcher(Repository.text(file))
                                .results()
                                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                                .filter(classes::contains)
                                .map(name -> file + " " + name)))
                .as("classes in templates: let ontology/presentation.ttl say what is shown of a class")
                .isEmpty();
    }

    private static Stream<String> literals(Path file) {
        return Repository.text(file)
                .lines()
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                .flatMap(line -> LITERAL.matcher(line).results().map(literal -> literal.group(1)));
    }

    private static String place(Path file) {
        return file.toString().replace('\\', '/').replaceFirst(".*/org/werkgraaf/", "");
    }

    private static Set<String> names() {
        return names(List.of(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty));
    }

    private static Set<String> names(List<Resource> kinds) {
        Graph ontology = Repository.ontology();
        return kinds.stream()
                .flatMap(kind -> Repository.subjects(ontology, kind.asNode()).stream())
                .filter(term -> term.getURI().startsWith(Wg.NS))
                .map(Repository::localName)
                .collect(Collectors.toSet());
    }
}
