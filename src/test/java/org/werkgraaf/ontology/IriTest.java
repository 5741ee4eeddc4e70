package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * An IRI never disappears: what is withdrawn is deprecated and points to what takes its place. The IRIs stand in
 * {@code iris.txt}, to which {@code mvn test -Dtest=IriTest -Dwerkgraaf.iris=write} adds the new ones.
 */
class IriTest {
    private static final Path KNOWN = Path.of("src/test/resources/iris.txt");

    @Test
    void keepsEveryIri() throws IOException {
        Set<String> known = Files.exists(KNOWN) ? new TreeSet<>(Files.readAllLines(KNOWN)) : new TreeSet<>();
        Set<String> present = present();
        if ("write".equals(System.getProperty("werkgraaf.iris"))) {
            known.addAll(present);
            Files.write(KNOWN, known);
        }
        assertThat(present)
                .as("IRIs; put back the ones that are gone, with owl:deprecated true and dcterms:isReplacedBy")
                .containsAll(known);
    }

    /** Every thing and term. The IRI of a claim follows from what it says, so it changes with it. */
    private static Set<String> present() {
        Graph union = new GraphLoader().load(Repository.content()).union();
        return union.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> !triple.getObject().equals(Wg.CLAIM))
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(ThingId.BASE))
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
