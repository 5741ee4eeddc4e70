package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.werkgraaf.load.GraphLoader;

/** What the mappings lead from and to exists. */
class MappingTest {
    private static final Path MAPPINGS = Path.of("ontology/mappings");
    /** Copies of other vocabularies, which their licence keeps out of this repository. */
    private static final Path REFERENCE = Path.of(System.getProperty("werkgraaf.reference", "../shared/reference"));

    private static final String DPV = "https://w3id.org/dpv";

    @Test
    void leadFromThingsAndTermsThatThereAre() {
        Graph union = new GraphLoader().load(Repository.content()).union();
        assertThat(mappings())
                .allSatisfy(mapping -> assertThat(union.contains(mapping.getSubject(), RDF.type.asNode(), Node.ANY))
                        .as("the subject of " + mapping)
                        .isTrue());
    }

    @Test
    void leadToTermsThatThereAre() {
        Path folder = REFERENCE.resolve("dpv");
        assumeTrue(
                Files.isDirectory(folder),
                "There is no folder " + folder + " with copies of DPV; set -Dwerkgraaf.reference to its parent.");
        Graph dpv = Repository.graph(Repository.files(folder, ".ttl"));
        assertThat(mappings())
                .filteredOn(mapping -> mapping.getObject().isURI()
                        && mapping.getObject().getURI().startsWith(DPV))
                .allSatisfy(mapping -> assertThat(dpv.contains(mapping.getObject(), Node.ANY, Node.ANY))
                        .as("the object of " + mapping)
                        .isTrue());
    }

    private static List<Triple> mappings() {
        return Repository.graph(Repository.files(MAPPINGS, ".ttl")).stream().toList();
    }
}
