package org.werkgraaf.validate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDFS;

/** Reads the manifest of the competency questions, in the form of the tests of the W3C. */
public final class CompetencyManifest {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    /** Stands for the folder of the manifest. */
    private static final String BASE = "urn:competency:/";

    private CompetencyManifest() {}

    /**
     * A question with its answer.
     *
     * @param name its name
     * @param texts the question in words, by language
     * @param query name of the file of the query, beside the manifest
     * @param result name of the file of the expected answer
     */
    public record Entry(String name, Map<String, String> texts, String query, String result) {}

    /**
     * The entries in the order of the manifest.
     *
     * @param text of the manifest
     */
    public static List<Entry> read(String text) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(text, Lang.TURTLE).base(BASE).parse(model);
        RDFList entries = model.getResource(BASE)
                .getRequiredProperty(property(MF, "entries"))
                .getResource()
                .as(RDFList.class);
        return entries.asJavaList().stream()
                .map(entry -> entry(entry.asResource()))
                .toList();
    }

    private static Entry entry(Resource entry) {
        Resource action = entry.getRequiredProperty(property(MF, "action")).getResource();
        Map<String, String> texts = new TreeMap<>();
        entry.listProperties(RDFS.comment).forEach(text -> texts.put(text.getLanguage(), text.getString()));
        return new Entry(
                entry.getRequiredProperty(property(MF, "name")).getString(),
                texts,
                file(action.getRequiredProperty(property(QT, "query")).getResource()),
                file(entry.getRequiredProperty(property(MF, "result")).getResource()));
    }

    private static String file(Resource resource) {
        return resource.getURI().substring(BASE.length());
    }

    private static Property property(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }
}
