package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.web.data.ReadyDumps;

/** Sends the very headers and parameters that the clients of others send by themselves, as they were captured. */
@PackagedServiceTest
class ClientHeadersTest {
    private static final String SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/werkgraaf/ontology#RiskClass> }";
    private static final String ASK = "ASK { ?s a <https://w3id.org/werkgraaf/ontology#RiskClass> }";
    private static final String CONSTRUCT = "CONSTRUCT WHERE { ?s a <https://w3id.org/werkgraaf/ontology#RiskClass> }";

    @LocalServerPort
    private int port;

    /** One request of a client: the lines of its Accept header stand between bars. */
    record Sent(String client, String address, List<String> accept, String type) {
        @Override
        public String toString() {
            return client + " asks for " + address;
        }
    }

    static Stream<Sent> sent() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ClientHeadersTest.class.getResourceAsStream("/clients/sent.tsv")),
                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(parts -> new Sent(parts[0], parts[1], List.of(parts[2].split(" \\| ")), parts[3]))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sent")
    void answersWhatItAsksFor(Sent sent) {
        List<String> headers = new ArrayList<>();
        sent.accept().forEach(line -> headers.addAll(List.of("Accept", line)));
        HttpResponse<String> response = new Service(port).get(address(sent.address()), headers.toArray(String[]::new));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(sent.type());
        boolean query = sent.address().contains("=SELECT") || sent.address().contains("=CONSTRUCT");
        assertThat(response.body()).contains(query ? "risk-class" : "");
        assertThat(response.body()).isNotEmpty();
    }

    private static String address(String address) {
        return address.replace("SELECT", encode(SELECT))
                .replace("ASK", encode(ASK))
                .replace("CONSTRUCT", encode(CONSTRUCT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT|csv|text/csv",
                "SELECT|srx|application/sparql-results+xml",
                "SELECT|application/sparql-results+json|application/sparql-results+json",
                "CONSTRUCT|turtle|text/turtle",
                "CONSTRUCT|n3|text/turtle",
                "CONSTRUCT|rdf+xml|application/rdf+xml",
                "CONSTRUCT|xml|application/rdf+xml",
                "CONSTRUCT|JSON-LD|application/ld+json",
                "CONSTRUCT|json|application/ld+json",
                "CONSTRUCT|nt|application/n-triples",
                "CONSTRUCT|application/trig|application/trig"
            })
    void takesTheNamesThatClientsGiveToFormats(String query, String name, String type) {
        for (String parameter : List.of("format", "output", "results")) {
            HttpResponse<String> response =
                    new Service(port).get(address("/sparql?query=" + query) + "&" + parameter + "=" + encode(name));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        }
    }

    @Test
    void letsTheHeaderDecideWhereANameFitsNoSuchAnswer() {
        HttpResponse<String> response =
                new Service(port).get(address("/sparql?query=SELECT") + "&format=turtle", "Accept", "text/csv");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(new Service(port)
                        .get(address("/sparql?query=SELECT") + "&format=auto", "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesANameThatIsNoFormatWhereTheHeaderLeavesTheChoice() {
        HttpResponse<String> response =
                new Service(port).get(address("/sparql?query=SELECT") + "&format=excel", "Accept", "*/*");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(Service.json(response).get("detail").asString()).contains("excel", "csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ontology", "/shape", "/.well-known/void", "/dcat", "/id/technique/keylogging"})
    void takesSeveralAcceptLinesAsOneList(String path) {
        HttpResponse<String> response =
                new Service(port).get(path, "Accept", "image/png", "Accept", "application/rdf+xml;q=0.9");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/rdf+xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html;q=0", "text/html;q=0.2,*/*;q=0.5", "application/rdf+xml,text/html;q=0.9"})
    void givesNoPageToWhoWouldRatherHaveSomethingElse(String accept) {
        HttpResponse<String> description = new Service(port).get("/sparql", "Accept", accept);
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("UnionDefaultGraph");
        HttpResponse<String> missing = new Service(port).get("/id/technique/nothing", "Accept", accept);
        assertThat(missing.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ontology.ttl",
                "/ontology",
                "/",
                "/id/technique/keylogging",
                "/id/technique/keylogging.ttl",
                "/api/v1/search?q=keylogging",
                "/.well-known/void",
                "/sparql",
                "/sparql?query=ASK",
                "/dumps/werkgraaf.trig",
                "/questions",
                "/openapi.json"
            })
    void answersNotModifiedToWhoHasAnyAnswer(String path) {
        Service service = new Service(port);
        ReadyDumps.of(service);
        HttpResponse<String> response = service.get(address(path), "If-None-Match", "*");
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void answersNotModifiedOnlyWhereThereIsAnAnswer() {
        Service service = new Service(port);
        assertThat(service.get("/id/technique/nothing", "If-None-Match", "*").statusCode())
                .isEqualTo(404);
        HttpResponse<String> response = service.get("/sparql?query=nonsense", "If-None-Match", "*");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Service.json(response).get("code").asString()).isEqualTo("query-syntax");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
