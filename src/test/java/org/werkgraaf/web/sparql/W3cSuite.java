package org.werkgraaf.web.sparql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;

/** The W3C's tests of SPARQL 1.1, in a folder that the property {@code werkgraaf.rdf-tests} names. */
final class W3cSuite {
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    static final String HT = "http://www.w3.org/2011/http#";
    static final String CNT = "http://www.w3.org/2011/content#";
    static final Path FOLDER = Path.of(System.getProperty("werkgraaf.rdf-tests", "../shared/reference/rdf-tests"))
            .toAbsolutePath()
            .normalize()
            .resolve("sparql/sparql11");

    private W3cSuite() {}

    static boolean isThere() {
        return Files.isDirectory(FOLDER);
    }

    /** The entries of a manifest and of those that it includes. */
    static List<Resource> entries(String manifest) {
        Model model = RDFDataMgr.loadModel(FOLDER.resolve(manifest).toUri().toString());
        List<Resource> entries = new ArrayList<>();
        model.listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(MF + "Manifest"))
                .forEach(each -> {
                    list(each.getProperty(mf("entries"))).forEach(entry -> entries.add(entry.asResource()));
                    list(each.getProperty(mf("include")))
                            .forEach(other -> entries.addAll(entries(FOLDER.relativize(Path.of(java.net.URI.create(
                                            other.asResource().getURI())))
                                    .toString())));
                });
        return entries;
    }

    static List<RDFNode> list(org.apache.jena.rdf.model.@org.jspecify.annotations.Nullable Statement statement) {
        return statement == null
                ? List.of()
                : statement.getObject().as(RDFList.class).asJavaList();
    }

    static String type(Resource entry) {
        return entry.getPropertyResourceValue(RDF.type).getLocalName();
    }

    static Property mf(String name) {
        return ResourceFactory.createProperty(MF, name);
    }

    static Property qt(String name) {
        return ResourceFactory.createProperty(QT, name);
    }

    static Property ht(String name) {
        return ResourceFactory.createProperty(HT, name);
    }

    static Property cnt(String name) {
        return ResourceFactory.createProperty(CNT, name);
    }
}
