package org.werkgraaf.competency;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFParser;

/** Reads a test manifest in the form of the W3C. */
final class QuestionManifest {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";

    private QuestionManifest() {}

    /** The entries in the order of the manifest. */
    static List<Entry> read(Path file) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(file).base(file.toUri().toString()).parse(model);
        RDFList entries = model.getResource(file.toUri().toString())
                .getRequiredProperty(property(MF, "entries"))
                .getResource()
                .as(RDFList.class);
        return entries.asJavaList().stream()
                .map(entry -> entry(entry.asResource()))
                .toList();
    }

    private static Entry entry(Resource entry) {
        Resource action = entry.getRequiredProperty(property(MF, "action")).getResource();
        return new Entry(
                entry.getRequiredProperty(property(MF, "name")).getString(),
                path(action.getRequiredProperty(property(QT, "query")).getResource()),
                path(entry.getRequiredProperty(property(MF, "result")).getResource()));
    }

    /** The path from the root of the repository. */
    private static Path path(Resource resource) {
        return Path.of("")
                .toAbsolutePath()
                .relativize(Path.of(URI.create(resource.getURI())).toAbsolutePath());
    }

    private static Property property(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }

    /**
     * One test.
     *
     * @param name its name
     * @param query the question
     * @param result the expected answer
     */
    record Entry(String name, Path query, Path result) {}
}
