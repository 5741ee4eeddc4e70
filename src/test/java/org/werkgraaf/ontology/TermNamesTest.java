package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.Wg;

/**
 * Code names classes and properties by the constants of the room for that. Names of one small word, such as "date", are looked
 * over: they name parameters and columns too.
 */
class TermNamesTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** A class of schema.org that has the same name as one of ours. */
    private static final Set<String> ELSEWHERE = Set.of("StructuredData.java uses \"Person\"");

    @Test
    void standInNoOtherRoom() {
        Set<String> names = names();
        assertThat(names).hasSizeGreaterThan(60);
        List<String> found = Repository.files(Path.of("src/main/java"), ".java").stream()
                .filter(file -> !file.toString().contains("/vocabulary/"))
                // Parts of answers, which have the names that answers have.
                .filter(file -> !file.endsWith("CheckExamples.java"))
                .flatMap(file -> Repository.text(file)
                        .lines()
                        .filter(line ->
                                !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                        .flatMap(line -> LITERAL.matcher(line).results().map(literal -> literal.group(1)))
                        .filter(names::contains)
                        .map(name -> file.getFileName() + " uses \"" + name + "\""))
                .filter(use -> !ELSEWHERE.contains(use))
                .toList();
        assertThat(found).isEmpty();
    }

    private static Set<String> names() {
        Graph ontology = Repository.ontology();
        Stream<String> properties = Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
                .flatMap(kind -> Repository.subjects(ontology, kind.asNode()).stream())
                .filter(term -> term.getURI().startsWith(Wg.NS))
                .map(Repository::localName)
                .filter(name -> !name.equals(name.toLowerCase(Locale.ROOT)));
        Stream<String> classes = Repository.subjects(ontology, OWL.Class.asNode()).stream()
                .filter(term -> term.getURI().startsWith(Wg.NS))
                .map(Repository::localName);
        return Stream.concat(classes, properties).collect(Collectors.toSet());
    }
}
