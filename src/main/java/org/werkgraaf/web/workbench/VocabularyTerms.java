package org.werkgraaf.web.workbench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.dump.ReleaseCensus;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.web.workbench.VocabularyAnswer.Term;

/** Reads what queries can be made of: what the graph uses, by its census, and what its ontology defines. */
final class VocabularyTerms {
    private static final List<Node> CLASSES = List.of(OWL.Class.asNode(), RDFS.Class.asNode());
    private static final List<Node> PROPERTIES = List.of(
            OWL.ObjectProperty.asNode(),
            OWL.DatatypeProperty.asNode(),
            OWL.AnnotationProperty.asNode(),
            RDF.Property.asNode());

    private final Graph ontology;
    private final PrefixMapping prefixes = Prefixes.mapping();

    private VocabularyTerms(Graph ontology) {
        this.ontology = ontology;
    }

    /**
     * @param ontology graph with the definitions
     * @param census what the release holds
     */
    static VocabularyAnswer of(Graph ontology, ReleaseCensus census) {
        VocabularyTerms terms = new VocabularyTerms(ontology);
        return new VocabularyAnswer(
                census.release().id(),
                new TreeMap<>(Prefixes.all()),
                terms.all(CLASSES, census.classes()),
                terms.all(PROPERTIES, census.properties()));
    }

    private List<Term> all(Collection<Node> kinds, Map<String, Long> counts) {
        TreeSet<String> iris = new TreeSet<>(counts.keySet());
        kinds.stream()
                .flatMap(kind -> ontology.find(Node.ANY, RDF.type.asNode(), kind).toList().stream())
                .filter(triple -> triple.getSubject().isURI())
                .forEach(triple -> iris.add(triple.getSubject().getURI()));
        return iris.stream().map(iri -> term(iri, counts.getOrDefault(iri, 0L))).toList();
    }

    private Term term(String iri, long count) {
        Node node = NodeFactory.createURI(iri);
        return new Term(iri, name(iri), texts(node, RDFS.label.asNode()), texts(node, SKOS.definition.asNode()), count);
    }

    private @Nullable String name(String iri) {
        return prefixes.qnameFor(iri);
    }

    private Map<String, String> texts(Node term, Node property) {
        Map<String, String> texts = new TreeMap<>();
        Stream<Node> literals = ontology.find(term, property, Node.ANY).toList().stream()
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral);
        literals.forEach(literal -> texts.put(literal.getLiteralLanguage(), literal.getLiteralLexicalForm()));
        return texts;
    }
}
