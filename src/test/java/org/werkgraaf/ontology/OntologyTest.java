package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The ontology describes each of its terms, and whatever uses its terms uses those that there are. */
class OntologyTest {
    private static final Pattern TERM = Pattern.compile("(?<![\\w-])wg:([A-Za-z]\\w*)");
    private static final Pattern NAME = Pattern.compile("`([a-z][a-z-]*)`");

    private final Graph ontology = Repository.ontology();

    @Test
    void describesEveryTerm() {
        Node self = NodeFactory.createURI(ThingId.BASE + "ontology");
        assertThat(terms()).hasSizeGreaterThan(100).allSatisfy(term -> {
            assertThat(languages(term, RDFS.label))
                    .as("labels of " + term)
                    .containsExactlyInAnyOrderElementsOf(Languages.ALL);
            assertThat(languages(term, SKOS.definition))
                    .as("definition of " + term)
                    .contains("en", "fr");
            assertThat(ontology.contains(term, DCTerms.source.asNode(), Node.ANY))
                    .as("source of " + term)
                    .isTrue();
            assertThat(ontology.contains(term, RDFS.isDefinedBy.asNode(), self))
                    .as("isDefinedBy of " + term)
                    .isTrue();
        });
    }

    @Test
    void definesEveryConstantOfTheService() throws IllegalAccessException {
        List<Node> constants = new ArrayList<>();
        for (Field field : Wg.class.getFields()) {
            if (field.getType().equals(Node.class)) {
                constants.add((Node) field.get(null));
            }
        }
        assertThat(constants).isNotEmpty().isSubsetOf(terms());
    }

    @Test
    void definesEveryTermThatAFileUses() {
        Set<String> defined = terms().stream().map(Repository::localName).collect(Collectors.toSet());
        List<String> unknown = Stream.of("ontology", "data", "queries")
                .flatMap(folder -> Repository.files(Path.of(folder), "").stream())
                .filter(file -> file.toString().matches(".*\\.(ttl|trig|rq)") && !file.startsWith("ontology/tests"))
                .flatMap(file -> TERM.matcher(Repository.text(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !defined.contains(name))
                        .map(name -> file + " uses wg:" + name))
                .distinct()
                .toList();
        assertThat(unknown).isEmpty();
    }

    /** The service makes releases itself; they never come from a file. */
    @Test
    void hasAShapeFileForEveryClassOfThings() {
        Set<String> files = Repository.files(Path.of("ontology/shapes"), ".ttl").stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        assertThat(ontology.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY)
                        .filter(triple -> !triple.getSubject().equals(Wg.RELEASE))
                        .map(triple -> triple.getObject().getLiteralLexicalForm() + ".ttl"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(files).contains(file));
    }

    /** So that a link to a thing of the wrong class is found, whatever has the link. */
    @Test
    void hasAShapeForTheRangeOfEveryObjectProperty() {
        Graph shapes = Repository.graph(Repository.files(Path.of("ontology/shapes"), ".ttl"));
        List<Triple> ranges = ontology.stream(Node.ANY, RDFS.range.asNode(), Node.ANY)
                .filter(range -> ontology.contains(range.getSubject(), RDF.type.asNode(), OWL.ObjectProperty.asNode()))
                .toList();
        assertThat(ranges)
                .isNotEmpty()
                .allSatisfy(range -> assertThat(shapes.stream(Node.ANY, SHACL.path, range.getSubject())
                                .anyMatch(path -> shapes.contains(path.getSubject(), SHACL.class_, range.getObject())))
                        .as("a shape with the path " + range.getSubject() + " and the class " + range.getObject())
                        .isTrue());
    }

    @Test
    void putsEveryConceptInAScheme() {
        Graph union = new GraphLoader().load(Repository.content()).union();
        assertThat(Repository.subjects(union, Wg.CONCEPT)).isNotEmpty().allSatisfy(concept -> {
            List<Node> schemes = GraphUtil.listObjects(union, concept, SKOS.inScheme.asNode())
                    .toList();
            assertThat(schemes).as("schemes of " + concept).hasSize(1);
            assertThat(union.contains(schemes.get(0), RDF.type.asNode(), SKOS.ConceptScheme.asNode()))
                    .as(schemes.get(0) + " is described as a scheme")
                    .isTrue();
        });
    }

    @Test
    void hasEveryTermThatTheDocumentationLists() {
        Graph union = new GraphLoader().load(Repository.content()).union();
        assertThat(documentedTerms())
                .hasSizeGreaterThan(100)
                .allSatisfy(term -> assertThat(union.contains(
                                NodeFactory.createURI(ThingId.THINGS + term), RDF.type.asNode(), Node.ANY))
                        .as("docs/content.md lists " + term)
                        .isTrue());
    }

    @Test
    void startsEveryQueryWithAHeaderAndSortedPrefixes() {
        List<Path> queries = Stream.of("ontology/rules", "queries")
                .flatMap(folder -> Repository.files(Path.of(folder), ".rq").stream())
                .toList();
        assertThat(queries).isNotEmpty().allSatisfy(query -> {
            List<String> lines = Repository.text(query).lines().toList();
            assertThat(lines.get(0)).as("first line of " + query).matches("#\\+? .+");
            assertThat(lines)
                    .as(query.toString())
                    .filteredOn(line -> line.startsWith("PREFIX "))
                    .isSorted();
        });
    }

    /** Each list of docs/content.md is one or more names of schemes, a colon, and the names of their terms. */
    private static Set<String> documentedTerms() {
        String section = Repository.text(Path.of("docs/content.md"))
                .replaceAll("(?s).*### Terms of the fixed schemes(.*?)\\n## .*", "$1");
        Set<String> terms = new TreeSet<>();
        for (String list : section.split("\\n- | · ")) {
            int colon = list.indexOf(':');
            if (colon > 0) {
                for (String scheme : names(list.substring(0, colon))) {
                    names(list.substring(colon)).forEach(name -> terms.add(scheme + "/" + name));
                }
            }
        }
        return terms;
    }

    private static List<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private List<Node> terms() {
        return Stream.of(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
                .flatMap(kind -> Repository.subjects(ontology, kind.asNode()).stream())
                .filter(term -> term.isURI() && term.getURI().startsWith(Wg.NS))
                .toList();
    }

    private List<String> languages(Node term, Property property) {
        return ontology.stream(term, property.asNode(), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLanguage())
                .toList();
    }
}
