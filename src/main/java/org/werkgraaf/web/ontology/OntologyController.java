package org.werkgraaf.web.ontology;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.frame.PageTags;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.ReaderLanguage;

/**
 * {@code GET /ontology} and {@code /shape}: what the IRIs of terms and shapes lead to. A browser gets the page, other programs RDF;
 * a suffix says which.
 */
@RestController
@Hidden
class OntologyController {
    private static final String OTHERWISE = "Change the Accept header, or ask for /ontology.ttl.";
    private static final List<Format> FORMATS = List.of(
            new Format("ttl", MediaType.valueOf("text/turtle"), RDFFormat.TURTLE_PRETTY),
            new Format("jsonld", MediaType.valueOf("application/ld+json"), RDFFormat.JSONLD11_PRETTY),
            new Format("rdf", MediaType.valueOf("application/rdf+xml"), RDFFormat.RDFXML_PLAIN),
            new Format("html", MediaType.TEXT_HTML, null));

    private final Ontologies ontologies;
    private final PageTags tags;
    private final ReaderLanguage languages;

    OntologyController(Ontologies ontologies, PageTags tags, ReaderLanguage languages) {
        this.ontologies = ontologies;
        this.tags = tags;
        this.languages = languages;
    }

    @GetMapping("/ontology")
    Object ontology(HttpServletRequest request, HttpServletResponse response) {
        Format format = Negotiation.accepted(request, FORMATS, Format::type, OTHERWISE);
        return format.rdf() == null
                ? page(request, response)
                : file("ontology", format, ontologies.current().ontology(format.rdf()));
    }

    @GetMapping("/shape")
    Object shape(HttpServletRequest request) {
        Format format = Negotiation.accepted(request, FORMATS, Format::type, OTHERWISE);
        return format.rdf() == null
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/ontology")
                        .header(HttpHeaders.VARY, "Accept")
                        .build()
                : file("shape", format, ontologies.current().shapes(format.rdf()));
    }

    @GetMapping("/ontology.{suffix:ttl|jsonld|rdf}")
    ResponseEntity<byte[]> ontology(@PathVariable String suffix) {
        Format format = format(suffix);
        return file("ontology", format, ontologies.current().ontology(Objects.requireNonNull(format.rdf())));
    }

    @GetMapping("/shape.{suffix:ttl|jsonld|rdf}")
    ResponseEntity<byte[]> shape(@PathVariable String suffix) {
        Format format = format(suffix);
        return file("shape", format, ontologies.current().shapes(Objects.requireNonNull(format.rdf())));
    }

    private Object page(HttpServletRequest request, HttpServletResponse response) {
        String lang = languages.of(request);
        Optional<ResponseEntity<Void>> unchanged = tags.unchanged(request, response, lang);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        OntologyPage page = ontologies.current().page();
        ModelAndView shown = new ModelAndView("ontology", "ontology", page);
        shown.addObject("beside", beside(lang));
        return tags.tagged(shown, response, page.release(), lang);
    }

    /** The language of the names beside those of the ontology: the reader's, if it is another one. */
    private static String beside(String lang) {
        return lang.equals(Languages.DOCUMENTATION) ? Languages.FIRST : lang;
    }

    private ResponseEntity<byte[]> file(String name, Format format, byte[] body) {
        return Etags.ok(ontologies.current().page().release(), name + "." + format.suffix())
                .contentType(new MediaType(format.type(), StandardCharsets.UTF_8))
                .body(body);
    }

    private static Format format(String suffix) {
        return FORMATS.stream()
                .filter(each -> each.suffix().equals(suffix))
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param suffix of the address
     * @param type of the answer
     * @param rdf how it is written; absent for the page
     */
    private record Format(
            String suffix, MediaType type, @Nullable RDFFormat rdf) {}
}
