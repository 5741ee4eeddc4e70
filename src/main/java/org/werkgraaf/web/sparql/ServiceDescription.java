package org.werkgraaf.web.sparql;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.dump.ReleaseCensus;
import org.werkgraaf.store.Release;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.http.RequestException;

/** {@code GET /sparql} without a query: what the endpoint offers, in RDF. */
@RestController
@Hidden
class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final List<String> FEATURES = List.of("UnionDefaultGraph");
    private static final List<String> FORMATS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "RDF_XML",
            "JSON-LD",
            "RDF_JSON",
            "TriG",
            "N-Quads");

    private final Dumps dumps;
    private final QueryExamples examples;
    private final WebSettings settings;
    private final AtomicReference<@Nullable Described> described = new AtomicReference<>();

    ServiceDescription(Dumps dumps, QueryExamples examples, WebSettings settings) {
        this.dumps = dumps;
        this.examples = examples;
        this.settings = settings;
    }

    @GetMapping(path = "/sparql")
    ResponseEntity<byte[]> description(HttpServletRequest request) {
        Accept accept = Accept.of(request);
        if (accept.prefersPage()) {
            // A person who opens the address in a browser wants to ask something.
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/sparql-editor"))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        // Who asks an endpoint for its answers in a format of rows gets what it says of itself in one of RDF.
        Accept.Offer<RdfFormat> asked = accept.best(RdfFormat.offers())
                .orElseGet(() -> RdfFormat.offers().get(0));
        Described current = current();
        return Etags.ok(current.census().release().id(), "sd." + asked.what().suffix())
                .contentType(asked.what().answeredAs(asked.type()))
                .body(asked.what().write(current.model().getGraph()));
    }

    private Described current() {
        ReleaseCensus census = dumps.census();
        Described known = described.get();
        if (known == null || known.census() != census) {
            known = new Described(census, model(census));
            described.set(known);
        }
        return known;
    }

    private record Described(ReleaseCensus census, Model model) {}

    /** The graph store protocol also writes to addresses below that of the service. */
    @RequestMapping(
            path = "/sparql/**",
            method = {RequestMethod.PUT, RequestMethod.POST, RequestMethod.DELETE, RequestMethod.PATCH})
    void write() {
        throw new RequestException(
                ErrorCode.READ_ONLY,
                "Graphs are not written over HTTP. They are changed by their editors, see /about/content.");
    }

    private Model model(ReleaseCensus census) {
        Release release = census.release();
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Prefixes.mapping()).setNsPrefix("sd", SD);
        Resource endpoint = model.createResource(settings.baseUrl() + "/sparql");
        Resource dataset = model.createResource();
        Resource defaultGraph = model.createResource();
        endpoint.addProperty(RDF.type, model.createResource(SD + "Service"))
                .addProperty(model.createProperty(SD, "endpoint"), endpoint)
                .addProperty(model.createProperty(SD, "supportedLanguage"), model.createResource(SD + "SPARQL11Query"))
                .addProperty(model.createProperty(SD, "defaultDataset"), dataset);
        FORMATS.forEach(format -> endpoint.addProperty(
                model.createProperty(SD, "resultFormat"),
                model.createResource("http://www.w3.org/ns/formats/" + format)));
        dataset.addProperty(RDF.type, model.createResource(SD + "Dataset"))
                .addProperty(DCTerms.identifier, release.id())
                .addProperty(DCTerms.license, model.createResource("https://creativecommons.org/licenses/by/4.0/"))
                .addProperty(model.createProperty(SD, "defaultGraph"), defaultGraph);
        defaultGraph
                .addProperty(RDF.type, model.createResource(SD + "Graph"))
                .addProperty(model.createProperty(VOID, "triples"), number(census.triples()));
        partition(defaultGraph, "class", "entities", census.classes());
        partition(defaultGraph, "property", "triples", census.properties());
        FEATURES.forEach(feature ->
                endpoint.addProperty(model.createProperty(SD, "feature"), model.createResource(SD + feature)));
        census.graphs().forEach(count -> {
            Resource graph = model.createResource();
            dataset.addProperty(
                    model.createProperty(SD, "namedGraph"),
                    model.createResource()
                            .addProperty(RDF.type, model.createResource(SD + "NamedGraph"))
                            .addProperty(
                                    model.createProperty(SD, "name"),
                                    model.createResource(count.graph().node().getURI()))
                            .addProperty(model.createProperty(SD, "graph"), graph));
            graph.addProperty(RDF.type, model.createResource(SD + "Graph"))
                    .addProperty(model.createProperty(VOID, "triples"), number(count.triples()));
            count.graph().titles().forEach((lang, title) -> graph.addProperty(DCTerms.title, title, lang));
            if (count.graph().source() != null) {
                graph.addProperty(
                        DCTerms.source,
                        model.createResource(count.graph().source().getURI()));
            }
        });
        dataset.addProperty(RDFS.seeAlso, model.createResource(settings.baseUrl() + "/.well-known/void"));
        examples.describe(model, endpoint);
        return model;
    }

    private static void partition(Resource graph, String by, String counted, Map<String, Long> counts) {
        Model model = graph.getModel();
        counts.forEach((term, count) -> graph.addProperty(
                model.createProperty(VOID, by + "Partition"),
                model.createResource()
                        .addProperty(model.createProperty(VOID, by), model.createResource(term))
                        .addProperty(model.createProperty(VOID, counted), number(count))));
    }

    private static Literal number(long value) {
        return ResourceFactory.createTypedLiteral(Long.toString(value), XSDDatatype.XSDinteger);
    }
}
