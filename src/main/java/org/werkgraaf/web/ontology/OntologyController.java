package org.werkgraaf.web.ontology;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/**
 * {@code GET /ontology} and {@code /shape}: what the IRIs of terms and shapes lead to. A browser gets the page, other programs RDF;
 * a suffix says which. {@code ?term=} shows one term with its use and its rules, {@code ?find=} the terms that hold some words.
 */
@RestController
@Hidden
class OntologyController {
    private static final String OTHERWISE =
            "There is text/markdown too. Change the Accept header, or ask for /ontology.ttl or /ontology.md.";
    /** The page, which is no format of RDF, is the last. */
    private static final List<Accept.Offer<Optional<RdfFormat>>> OFFERS = Stream.concat(
                    RdfFormat.offers().stream()
                            .map(offer -> new Accept.Offer<>(Optional.of(offer.what()), offer.type())),
                    Stream.of(new Accept.Offer<>(Optional.<RdfFormat>empty(), MediaType.TEXT_HTML)))
            .toList();

    /** Characters of the words that a reader looks for. */
    private static final int WORDS_MAX = 200;

    private final Ontologies ontologies;
    private final PageTags tags;
    private final ReaderLanguage languages;
    private final OntologyMarkdown writer;

    OntologyController(Ontologies ontologies, PageTags tags, ReaderLanguage languages, OntologyMarkdown writer) {
        this.writer = writer;
        this.ontologies = ontologies;
        this.tags = tags;
        this.languages = languages;
    }

    @GetMapping("/ontology")
    Object ontology(HttpServletRequest request, HttpServletResponse response) {
        Accept.Offer<Optional<RdfFormat>> asked = Negotiation.accepted(request, OFFERS, OTHERWISE);
        return asked.what()
                .<Object>map(format -> file(
                        "ontology", format, asked.type(), ontologies.current().ontology(format)))
                .orElseGet(() -> page(request, response));
    }

    @GetMapping("/shape")
    Object shape(HttpServletRequest request) {
        Accept.Offer<Optional<RdfFormat>> asked = Negotiation.accepted(request, OFFERS, OTHERWISE);
        return asked.what()
                .<Object>map(format ->
                        file("shape", format, asked.type(), ontologies.current().shapes(format)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/ontology")
                        .header(HttpHeaders.VARY, "Accept")
                        .build());
    }

    @GetMapping("/ontology.{suffix:ttl|jsonld|rdf|nt|rj|rt}")
    ResponseEntity<byte[]> ontology(@PathVariable String suffix) {
        RdfFormat format = RdfFormat.ofSuffix(suffix).orElseThrow();
        return file("ontology", format, format.type(), ontologies.current().ontology(format));
    }

    @GetMapping("/shape.{suffix:ttl|jsonld|rdf|nt|rj|rt}")
    ResponseEntity<byte[]> shape(@PathVariable String suffix) {
        RdfFormat format = RdfFormat.ofSuffix(suffix).orElseThrow();
        return file("shape", format, format.type(), ontologies.current().shapes(format));
    }

    @GetMapping("/ontology.md")
    ResponseEntity<String> markdown(HttpServletRequest request) {
        String lang = languages.of(request);
        return MarkdownAnswer.of(writer.of(lang), writer.release(), lang);
    }

    private Object page(HttpServletRequest request, HttpServletResponse response) {
        String lang = languages.of(request);
        Optional<ResponseEntity<Void>> unchanged = tags.unchanged(request, response, lang);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        OntologyPage page = ontologies.current().page();
        String term = given(request, "term");
        String find = given(request, "find");
        OntologyPage wanted = !term.isEmpty() ? one(page, term) : find.isEmpty() ? page : found(page, find);
        ModelAndView shown = new ModelAndView("ontology", "ontology", wanted);
        shown.addObject("beside", beside(lang));
        shown.addObject("single", !term.isEmpty());
        shown.addObject("find", find);
        return tags.tagged(shown, response, page.release(), lang);
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value != null && value.length() > WORDS_MAX) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER, "'" + name + "' may have at most " + WORDS_MAX + " characters.");
        }
        return value == null ? "" : value.strip();
    }

    private static OntologyPage one(OntologyPage page, String term) {
        OntologyPage one = page.narrowed(words -> words.name().equals(term));
        if (one.classes().isEmpty() && one.properties().isEmpty()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "The ontology has no term '" + GivenText.shorten(term)
                            + "'. /ontology lists those that there are.");
        }
        return one;
    }

    private static OntologyPage found(OntologyPage page, String find) {
        List<String> words = List.of(find.toLowerCase(Locale.ROOT).split("\\s+"));
        return page.narrowed(each -> each.hold(words));
    }

    /** The language of the names beside those of the ontology: the reader's, if it is another one. */
    private static String beside(String lang) {
        return lang.equals(Languages.DOCUMENTATION) ? Languages.FIRST : lang;
    }

    private ResponseEntity<byte[]> file(String name, RdfFormat format, MediaType asked, byte[] body) {
        return Etags.ok(ontologies.current().page().release(), name + "." + format.suffix())
                .contentType(format.answeredAs(asked))
                .body(body);
    }
}
