package org.werkgraaf.web.data;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.dump.Dump;
import org.werkgraaf.dump.DumpFile;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.Accept.Offer;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/**
 * The reads of the SPARQL 1.1 Graph Store Protocol: {@code GET /data?graph=<iri>}, {@code ?default}, and without either the whole
 * dataset; {@code GET /graph/<name>} is where the IRI of a graph leads. What is large is sent from the files of the dumps.
 */
@RestController
@Hidden
class GraphStoreController {
    private static final CacheControl ASK_AGAIN =
            CacheControl.maxAge(Duration.ZERO).mustRevalidate();
    private static final String OTHERWISE = "Change the Accept header, or take a file of /dumps/.";
    /** Above it only what need not be built in memory is written. */
    private static final int CONVERTED_MAX = 50_000;

    private static final List<Offer<String>> DATASET = List.of(
            offer("werkgraaf.trig", "application/trig"),
            offer("werkgraaf.nq.gz", "application/n-quads"),
            offer("werkgraaf.trig", "application/x-trig"),
            offer("werkgraaf.nq.gz", "text/x-nquads"),
            offer("werkgraaf.nq.gz", "text/nquads"),
            // Who asks for nothing but this reads what comes by what it says it is.
            offer("werkgraaf.nq.gz", "application/rdf+thrift"));
    /** N-Triples are Turtle, TriG and N-Quads too. */
    private static final List<Offer<String>> UNION = List.of(
            offer("werkgraaf.nt.gz", "application/n-triples"),
            offer("werkgraaf.nt.gz", "text/turtle"),
            offer("werkgraaf.nt.gz", "application/n-quads"),
            offer("werkgraaf.nt.gz", "application/trig"),
            offer("werkgraaf.jsonld", "application/ld+json"),
            offer("werkgraaf.nt.gz", "text/plain"),
            offer("werkgraaf.nt.gz", "application/rdf+thrift"));

    private final GraphStore store;
    private final DumpAnswers files;
    private final Semaphore converting = new Semaphore(1);

    GraphStoreController(GraphStore store, DumpAnswers files) {
        this.store = store;
        this.files = files;
    }

    private static Offer<String> offer(String file, String type) {
        return new Offer<>(file, MediaType.valueOf(type));
    }

    @GetMapping("/data")
    ResponseEntity<?> data(HttpServletRequest request, HttpServletResponse response) {
        String[] graphs = request.getParameterValues("graph");
        boolean union = request.getParameterMap().containsKey("default");
        if (graphs == null) {
            return file(union ? UNION : DATASET, request, response);
        }
        if (union || graphs.length > 1) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameters name more than one graph. Give one graph=<iri>, or default, or neither for all of it.");
        }
        return named(graphs[0], request);
    }

    @RequestMapping(
            path = {"/data", "/graph/{name}"},
            method = {RequestMethod.PUT, RequestMethod.POST, RequestMethod.DELETE, RequestMethod.PATCH})
    void write() {
        throw new RequestException(
                ErrorCode.READ_ONLY,
                "Graphs are not written over HTTP. They are changed by their editors, see /about/content.");
    }

    @GetMapping("/graph/{name}")
    ResponseEntity<?> graph(@PathVariable String name, HttpServletRequest request) {
        String iri = Graphs.named(name).getURI();
        if (!Accept.of(request).prefersPage()) {
            return named(iri, request);
        }
        String page = store.read(snapshot -> sourcePage(iri, name, snapshot));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, page)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static String sourcePage(String iri, String name, Snapshot snapshot) {
        require(iri, snapshot);
        return snapshot.union()
                        .contains(
                                NodeFactory.createURI(ThingId.THINGS + "source/" + name),
                                org.apache.jena.vocabulary.RDF.type.asNode(),
                                Wg.SOURCE)
                ? "/id/source/" + name
                : "/about/sparql#5-a-named-graph-per-source";
    }

    private ResponseEntity<Resource> file(
            List<Offer<String>> offers, HttpServletRequest request, HttpServletResponse response) {
        Offer<String> asked = Negotiation.accepted(request, offers, OTHERWISE);
        DumpFile file = files.ready(request, response)
                .file(asked.what())
                .orElseThrow(() -> new RequestException(
                        ErrorCode.DUMPS_NOT_READY, "The dumps of the release are being made. Try again in a minute."));
        return files.content(file, canonical(asked), ASK_AGAIN, request);
    }

    private static MediaType canonical(Offer<String> asked) {
        return switch (asked.type().getSubtype()) {
            case "x-trig" -> MediaType.valueOf("application/trig");
            case "x-nquads", "nquads" -> MediaType.valueOf("application/n-quads");
            case "plain" -> MediaType.valueOf("application/n-triples");
            case "rdf+thrift" ->
                MediaType.valueOf(asked.what().endsWith(".nq.gz") ? "application/n-quads" : "application/n-triples");
            default -> asked.type();
        };
    }

    private ResponseEntity<?> named(String iri, HttpServletRequest request) {
        Offer<RdfFormat> asked = Negotiation.accepted(request, RdfFormat.offers(), OTHERWISE);
        String release = store.read(snapshot -> {
            require(iri, snapshot);
            return snapshot.releaseId().orElse("");
        });
        Optional<DumpFile> file = asked.what() == RdfFormat.TURTLE ? turtle(iri, release) : Optional.empty();
        if (file.isPresent()) {
            return files.content(file.get(), asked.what().answeredAs(asked.type()), ASK_AGAIN, request);
        }
        String variant = "graph." + iri.substring(iri.lastIndexOf('/') + 1) + "."
                + asked.what().suffix();
        if (Etags.matches(request, release, variant)) {
            return Etags.ok(release, variant).build();
        }
        return Etags.ok(release, variant)
                .contentType(asked.what().answeredAs(asked.type()))
                .body(converted(iri, asked.what()));
    }

    private Optional<DumpFile> turtle(String iri, String release) {
        Dump dump = files.ready();
        return dump.index().release().equals(release)
                ? dump.file("graphs/" + iri.substring(iri.lastIndexOf('/') + 1) + ".ttl")
                : Optional.empty();
    }

    /** One at a time, since all of it is in memory meanwhile. */
    private byte[] converted(String iri, RdfFormat format) {
        if (!converting.tryAcquire()) {
            throw new RequestException(
                    ErrorCode.TOO_MANY_QUERIES,
                    "Another graph is being written in such a format. Try again in a few seconds, or ask for text/turtle.");
        }
        try {
            return store.read(snapshot -> {
                Graph graph = snapshot.graph(require(iri, snapshot));
                if (graph.stream().limit(CONVERTED_MAX + 1L).count() > CONVERTED_MAX) {
                    throw new RequestException(
                            ErrorCode.NOT_ACCEPTABLE,
                            "The graph has more than " + CONVERTED_MAX + " statements. Ask for text/turtle.");
                }
                return format.write(graph);
            });
        } finally {
            converting.release();
        }
    }

    private static Node require(String iri, Snapshot snapshot) {
        Node node = NodeFactory.createURI(iri);
        if (!snapshot.dataset().containsGraph(node)) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "There is no graph <" + GivenText.shorten(iri)
                            + ">. /.well-known/void lists those that there are.");
        }
        return node;
    }
}
