package org.werkgraaf.web.data;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** Where the IRIs lead by which the service describes itself: what the description says of each, or a page for who reads. */
@RestController
@Hidden
class DescribedController {
    private final DatasetController descriptions;
    private final WebSettings settings;

    DescribedController(DatasetController descriptions, WebSettings settings) {
        this.descriptions = descriptions;
        this.settings = settings;
    }

    @GetMapping("/dataset")
    ResponseEntity<byte[]> dataset(HttpServletRequest request) {
        return described(ThingId.BASE + "dataset", "/dumps/", request);
    }

    @GetMapping("/prefixes")
    ResponseEntity<byte[]> prefixes(HttpServletRequest request) {
        return described(ThingId.BASE + "prefixes", "/about/sparql", request);
    }

    @GetMapping("/editors")
    ResponseEntity<byte[]> editors(HttpServletRequest request) {
        return described(ThingId.BASE + "editors", "/about", request);
    }

    @GetMapping("/sparql/examples/{name}")
    ResponseEntity<byte[]> example(@PathVariable String name, HttpServletRequest request) {
        return described(settings.baseUrl() + "/sparql/examples/" + name, "/sparql-editor?question=" + name, request);
    }

    /** The terms by which the content says how it is shown stand in the graph of that name. */
    @GetMapping("/presentation")
    ResponseEntity<byte[]> presentation() {
        return seeOther("/graph/presentation");
    }

    private ResponseEntity<byte[]> described(String iri, String page, HttpServletRequest request) {
        DatasetController.Written current = descriptions.current();
        Resource resource = current.model().getResource(iri);
        if (!current.model().contains(resource, null)) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "There is nothing at <" + GivenText.shorten(iri) + ">. See /.well-known/void.");
        }
        if (Accept.of(request).prefersPage()) {
            return seeOther(page);
        }
        Accept.Offer<RdfFormat> asked = Negotiation.accepted(request, RdfFormat.offers(), "Change the Accept header.");
        Model excerpt = ModelFactory.createDefaultModel();
        excerpt.setNsPrefixes(current.model());
        copy(resource, excerpt);
        return Etags.ok(current.tag(), "described." + asked.what().suffix())
                .contentType(asked.what().answeredAs(asked.type()))
                .body(asked.what().write(excerpt.getGraph()));
    }

    /** With the nodes without a name that it leads to. */
    private static void copy(Resource resource, Model excerpt) {
        resource.listProperties().forEach(statement -> {
            if (!excerpt.contains(statement)) {
                excerpt.add(statement);
                if (statement.getObject().isAnon()) {
                    copy(statement.getResource(), excerpt);
                }
            }
        });
    }

    private static ResponseEntity<byte[]> seeOther(String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, page)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
