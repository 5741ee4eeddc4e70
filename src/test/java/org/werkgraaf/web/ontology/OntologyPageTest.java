package org.werkgraaf.web.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.vocabulary.Wg;

@PackagedServiceTest
class OntologyPageTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void theIriOfEachTermLeadsToItOnThePage() {
        Model ontology = RDFDataMgr.loadModel(Path.of("ontology/werkgraaf.ttl").toString());
        String page = page("en");

        Set<String> terms = new TreeSet<>();
        ontology.listSubjects()
                .filterKeep(term -> term.isURIResource() && term.getURI().startsWith(Wg.NS))
                .forEach(term -> terms.add(term.getURI().substring(Wg.NS.length())));
        assertThat(terms).hasSizeGreaterThan(100);
        assertThat(terms).allSatisfy(term -> assertThat(page).contains("<section class=\"term\" id=\"" + term + "\">"));
    }

    @Test
    void everyLinkOnThePageLeadsSomewhere() {
        String page = page("en");
        Set<String> ids = found(page, " id=\"([^\"]+)\"");

        assertThat(found(page, "href=\"#([^\"]+)\"")).isNotEmpty().allMatch(ids::contains);
        Set<String> terms = found(page, "href=\"(/ontology[?]term=[^\"&]+)\"");
        assertThat(terms).hasSizeGreaterThan(100);
        Set<String> examples = new TreeSet<>();
        for (String term : terms) {
            HttpResponse<String> one = service.get(term, "Accept", BROWSER);
            assertThat(one.statusCode()).as(term).isEqualTo(200);
            assertThat(terms).as(term).containsAll(found(one.body(), "href=\"(/ontology[?]term=[^\"&]+)\""));
            examples.addAll(found(one.body(), "href=\"(/id/[^\"]+)\""));
        }
        assertThat(examples)
                .hasSizeGreaterThan(25)
                .allSatisfy(link -> assertThat(
                                service.get(link, "Accept", "text/html").statusCode())
                        .as(link)
                        // What says by what a thing was replaced has withdrawn things as its examples.
                        .isIn(200, 410));
    }

    @Test
    void staysBelowWhatAPhoneLoadsAtOnce() {
        assertThat(page("en")).hasSizeLessThan(150_000);
    }

    @Test
    void findsTermsByAWordInAnyLanguageAndSaysWhenThereIsNone() {
        assertThat(found(page("en&find=bedrag"), "<section class=\"term\" id=\"([^\"]+)\""))
                .isNotEmpty()
                .hasSizeLessThan(20);
        assertThat(page("en&find=Zaak")).contains("<section class=\"term\" id=\"Case\">");
        assertThat(page("en&find=qqqqq")).contains("No term has all these words.");
        assertThat(service.get("/ontology?find=" + "a".repeat(201), "Accept", BROWSER)
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.get("/ontology?term=case", "Accept", BROWSER).statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysOfAClassWhatItIsHowItIsLinkedAndWhatItsShapesAsk() {
        String term = term("Case");

        assertThat(term)
                .contains(
                        "<small lang=\"nl\">Zaak</small>",
                        "A court judgment or a decision of an authority",
                        "/id/case/")
                .contains("No court or authority is named that decided the case.", "Warned of:", "Refused:")
                .contains("href=\"/ontology?term=breached\"", "href=\"/ontology?term=Provision\"");
        assertThat(term("Obligation")).contains("Is a", "href=\"/ontology?term=Norm\"");
        assertThat(term("Norm")).contains("Divided into", "href=\"/ontology?term=Right\"");
    }

    @Test
    void countsWhatTheReleaseHolds() {
        long cases = service.json("/health/ready").at("/entitiesByType/Case").asLong();
        assertThat(cases).isPositive();
        assertThat(term("Case")).contains(">" + cases + " things<");
    }

    @Test
    void saysOfAPropertyWhatItLeadsTo() {
        assertThat(term("breached"))
                .contains(
                        "stated by a source at a passage",
                        "href=\"/ontology?term=Case\"",
                        "href=\"/ontology?term=Provision\"");
        assertThat(term("amountImposed")).contains("one right value", "xsd:decimal");
    }

    @Test
    void drawsTheChiefClassesAndOnlyLinksThatOccur() {
        String page = page("en");
        String diagram = page.substring(
                page.indexOf("<svg class=\"diagram\""), page.indexOf("</svg>", page.indexOf("<svg class=\"diagram\"")));

        assertThat(found(diagram, "<a href=\"#([A-Z][^\"]+)\"")).hasSize(12).contains("Technique", "Provision", "Case");
        assertThat(found(diagram, "<a href=\"#([a-z][^\"]+)\""))
                .hasSizeGreaterThanOrEqualTo(12)
                .contains("takes", "breached");
        assertThat(diagram).doesNotContain("> 0<", " 0</text>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void hasAFrameInTheLanguageOfTheReaderAroundEnglishText(String lang) {
        assertThat(page(lang)).contains("<html lang=\"" + lang + "\"", "<div lang=\"en\">");
    }

    @ParameterizedTest
    @CsvSource({
        "ontology, ttl, text/turtle", "ontology, jsonld, application/ld+json", "ontology, rdf, application/rdf+xml",
        "shape, ttl, text/turtle", "shape, jsonld, application/ld+json", "shape, rdf, application/rdf+xml"
    })
    void givesAllOfItInEachFormatBySuffixAndByAccept(String name, String suffix, String type) {
        HttpResponse<String> file = service.get("/" + name + "." + suffix);

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(service.get("/" + name, "Accept", type).body()).isEqualTo(file.body());
        assertThat(model(file.body(), type).size())
                .isEqualTo(model(service.get("/" + name + ".ttl").body(), "text/turtle")
                        .size());
        assertThat(service.get(
                                "/" + name + "." + suffix,
                                "If-None-Match",
                                file.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void givesTheOntologyOfTheRepository() {
        Model read = model(service.get("/ontology.ttl").body(), "text/turtle");
        assertThat(read.isIsomorphicWith(RDFDataMgr.loadModel("ontology/werkgraaf.ttl")))
                .isTrue();
        assertThat(model(service.get("/shape.ttl").body(), "text/turtle").size())
                .isGreaterThan(1000);
    }

    @Test
    void givesProgramsRdfAndBrowsersThePage() {
        assertThat(type(service.get("/ontology"))).startsWith("text/turtle");
        assertThat(type(service.get("/ontology", "Accept", "*/*"))).startsWith("text/turtle");
        assertThat(type(service.get("/ontology", "Accept", BROWSER))).startsWith("text/html");
        assertThat(service.get("/shape", "Accept", BROWSER).statusCode()).isIn(200, 303);
        assertThat(service.get("/ontology", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(service.get("/ontology.docx").statusCode()).isEqualTo(404);
    }

    private String term(String name) {
        String page = page("en&term=" + name);
        int start = page.indexOf("<section class=\"term\" id=\"" + name + "\">");
        return page.substring(start, page.indexOf("</section>", start));
    }

    private String page(String langAndMore) {
        HttpResponse<String> page = service.get("/ontology?lang=" + langAndMore, "Accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private static String type(HttpResponse<String> answer) {
        assertThat(String.join(",", answer.headers().allValues("Vary"))).containsIgnoringCase("accept");
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }

    private static Set<String> found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        Set<String> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Model model(String text, String type) {
        Model model = ModelFactory.createDefaultModel();
        List<Lang> langs = List.of(Lang.TURTLE, Lang.JSONLD, Lang.RDFXML);
        Lang lang = langs.stream()
                .filter(each -> each.getHeaderString().equals(type))
                .findFirst()
                .orElseThrow();
        RDFDataMgr.read(model, new StringReader(text), null, lang);
        return model;
    }
}
