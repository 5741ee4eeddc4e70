package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class SparqlResultsTest {
    private static final String XML = "application/sparql-results+xml";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    /** Rasqal loses all rows over a link in the head. */
    @Test
    void givesXmlWithNothingInItsHeadButVariables() throws Exception {
        Document document = parsed(query("SELECT ?x ?y { VALUES (?x ?y) { (1 2) (3 4) } }", XML));
        assertThat(document.getElementsByTagName("link").getLength()).isZero();
        assertThat(document.getElementsByTagName("variable").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("result").getLength()).isEqualTo(2);
    }

    @Test
    void saysInXmlAndJsonThatItIsWhole() {
        String text = "SELECT ?x { VALUES ?x { 1 } }";
        assertThat(query(text, XML).body().strip()).endsWith("/about/sparql#whole -->");
        assertThat(Service.json(query(text, "application/sparql-results+json"))
                        .at("/head/link/0")
                        .asString())
                .endsWith("/about/sparql#whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0007", "\\u0000", "\\uFFFE", "\\u001B"})
    void refusesACharacterForWhichXmlHasNoPlace(String escape) {
        String text = "SELECT ?x { BIND(\"a" + escape + "b\" AS ?x) }";
        HttpResponse<String> refused = query(text, XML);
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(Service.json(refused).get("code").asString()).isEqualTo("not-acceptable");
        assertThat(Service.json(refused).get("detail").asString())
                .contains("U+" + escape.substring(2).toUpperCase(java.util.Locale.ROOT));
        assertThat(query(text, "application/sparql-results+json").statusCode()).isEqualTo(200);
        String construct = "CONSTRUCT { <urn:a> <urn:b/c> ?x } WHERE { BIND(\"a" + escape + "b\" AS ?x) }";
        assertThat(query(construct, "application/rdf+xml").statusCode()).isEqualTo(406);
        assertThat(query(construct, "text/turtle").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheOtherCharactersInXml() throws Exception {
        Document document = parsed(query("SELECT ?x { BIND(\"tab\\t new\\n \uD83D\uDE00 <&> \\uFFFD\" AS ?x) }", XML));
        assertThat(document.getElementsByTagName("literal").item(0).getTextContent())
                .isEqualTo("tab\t new\n \uD83D\uDE00 <&> \uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:x:1", "https://example.org/", "https://example.org/2026", "https://example.org/a#"})
    void saysWhichPropertyRdfXmlCannotName(String property) {
        String construct = "CONSTRUCT { <urn:a> <" + property + "> 1 } WHERE {}";
        HttpResponse<String> refused = query(construct, "application/rdf+xml");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(Service.json(refused).get("detail").asString()).contains("<" + property + ">", "text/turtle");
        for (String type : new String[] {"text/turtle", "application/ld+json", "application/n-triples"}) {
            assertThat(query(construct, type).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void cutsTextsAsXPathDoesByBothNamesOfTheFunction() {
        String text = "PREFIX fn: <http://www.w3.org/2005/xpath-functions#>"
                + " SELECT (SUBSTR('abc', -1) AS ?x) (fn:substring('abc', -1) AS ?y) (fn:substring('12345', 0, 3) AS ?z) {}";
        assertThat(query(text, "text/csv").body()).isEqualTo("x,y,z\r\nabc,abc,12\r\n");
    }

    @Test
    void resolvesRelativeIrisAgainstItsOwnAddress() {
        assertThat(query("SELECT (<#a> AS ?x) (IRI('examples/b') AS ?y) {}", "text/csv")
                        .body())
                .matches("x,y\r\n[a-z]+://[^,]+/sparql#a,[a-z]+://[^,]+/examples/b\r\n");
    }

    @Test
    void saysWhyAPatternCannotBeUsed() {
        for (String pattern : new String[] {"[a-z-[aeiou]]", "(", "(a)\\\\1", "\\\\i"}) {
            HttpResponse<String> refused =
                    query("SELECT * { BIND('b' AS ?x) FILTER REGEX(?x, '" + pattern + "') }", "text/csv");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Service.json(refused).get("code").asString()).isEqualTo("query-pattern");
            assertThat(Service.json(refused).get("detail").asString()).doesNotContain("java");
        }
    }

    private HttpResponse<String> query(String text, String accept) {
        return service.get("/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "Accept", accept);
    }

    private static Document parsed(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
    }
}
