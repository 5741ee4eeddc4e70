package org.werkgraaf.web.sparql;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.QueryExample;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.vocabulary.ThingId;

/** Writes the prefixes and the example queries of the endpoint in the terms of SHACL, which query editors read. */
@Component
public class QueryExamples {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SCHEMA = "https://schema.org/";

    private final Supplier<List<QueryExample>> examples;

    QueryExamples(Supplier<List<QueryExample>> queryExampleSource) {
        this.examples = queryExampleSource;
    }

    /**
     * Adds them to a description.
     *
     * @param model the description
     * @param endpoint the endpoint that they are for
     */
    public void describe(Model model, Resource endpoint) {
        model.setNsPrefix("sh", SH).setNsPrefix("schema", SCHEMA);
        Resource prefixes = model.createResource(ThingId.BASE + "prefixes")
                .addProperty(RDF.type, term(model, "PrefixDeclarations"));
        new TreeMap<>(Prefixes.all())
                .forEach((prefix, namespace) -> prefixes.addProperty(
                        property(model, "declare"),
                        model.createResource()
                                .addProperty(property(model, "prefix"), prefix)
                                .addProperty(
                                        property(model, "namespace"),
                                        model.createTypedLiteral(
                                                namespace, org.apache.jena.datatypes.xsd.XSDDatatype.XSDanyURI))));
        examples.get().forEach(example -> describe(model, endpoint, prefixes, example));
    }

    private static void describe(Model model, Resource endpoint, Resource prefixes, QueryExample example) {
        Query query = QueryFactory.create(example.query());
        String form = query.isAskType() ? "Ask" : query.isConstructType() ? "Construct" : "Select";
        Resource described = model.createResource(endpoint.getURI() + "/examples/" + example.name())
                .addProperty(RDF.type, term(model, "SPARQLExecutable"))
                .addProperty(RDF.type, term(model, "SPARQL" + form + "Executable"))
                .addProperty(property(model, "prefixes"), prefixes)
                .addProperty(property(model, form.toLowerCase(java.util.Locale.ROOT)), example.query())
                .addProperty(model.createProperty(SCHEMA, "target"), endpoint);
        new TreeMap<>(example.summaries()).forEach((lang, text) -> described.addProperty(RDFS.comment, text, lang));
        example.keywords().forEach(word -> described.addProperty(model.createProperty(SCHEMA, "keywords"), word));
    }

    private static Resource term(Model model, String name) {
        return model.createResource(SH + name);
    }

    private static Property property(Model model, String name) {
        return model.createProperty(SH, name);
    }
}
