package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Speaks over a bare connection, as no library for HTTP would send these. */
@PackagedServiceTest
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestsTest {
    private static final String MANY = "a&".repeat(1100);
    private static final List<String> WAYS =
            List.of("q=%zz", "q=100%", "q=sant%E9", "q=%ED%A0%80", MANY, "q=a&=5", "=", "q=|{\"^[]}<>\\`");
    private static final List<String> FORMS = List.of("text/html", "application/json");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping controllers;

    /** Each address with two of the ways and each way at many addresses; all with all in the profile "nightly". */
    @Test
    void noRouteMakesAMistakeOfAMalformedAddress(CapturedOutput output) throws IOException {
        makesNoMistake(output, WAYS.size() / 2);
    }

    @Test
    @Tag("nightly")
    void noRouteMakesAMistakeOfAnyMalformedAddress(CapturedOutput output) throws IOException {
        makesNoMistake(output, 1);
    }

    /** @param every of the ways one in so many, at each address the next ones, and for pages others than for programs */
    private void makesNoMistake(CapturedOutput output, int every) throws IOException {
        Set<String> paths = new TreeSet<>(Set.of("/sparql", "/no/such/address", "/assets/site.css"));
        controllers
                .getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().forEach(pattern -> paths.add(pattern.replaceAll("\\{[^}]*}", "x"))));
        List<String> wrong = new ArrayList<>();
        int turn = 0;
        for (String path : paths) {
            turn++;
            for (int way = 0; way < WAYS.size(); way++) {
                for (int form = 0; form < FORMS.size(); form++) {
                    if ((way + turn + form) % every == 0) {
                        String query = WAYS.get(way);
                        Answer answer = ask("GET " + path + "?" + query, "Accept: " + FORMS.get(form), "");
                        if (answer.status() >= 500 && !path.startsWith("/dumps")
                                || answer.status() >= 400 && answer.body().isEmpty()
                                || answer.body().contains("Apache Tomcat")
                                || answer.body().contains("\tat ")) {
                            wrong.add(answer.status() + " " + path + "?"
                                    + query.substring(0, Math.min(query.length(), 20)));
                        }
                    }
                }
            }
        }
        assertThat(paths).hasSizeGreaterThan(30);
        assertThat(wrong).isEmpty();
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"q=100%, 100%25", "q=%zz, %25zz", "q=sant%E9, sant%C3%A9", "q=AI|WOR, AI%7CWOR"})
    void readsLenientlyWhatIsMeant(String query, String wellFormed) throws IOException {
        Answer answer = ask("GET /api/v1/search?size=1&" + query, "Accept: application/json", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Service.json(new Service(port).get("/api/v1/search?size=1&q=" + wellFormed))
                        .get("total"))
                .isEqualTo(answer.json().get("total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=5", "technique=keylogging&=", "=%00&lang=fr"})
    void refusesAValueThatHasNoName(String query) throws IOException {
        Answer problem = ask("GET /api/v1/assess?" + query, "Accept: application/json", "");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.json().get("code").asString()).isEqualTo("bad-parameter");
        assertThat(problem.json().get("detail").asString()).contains("without a name");
        assertThat(ask("GET /check?" + query, "Accept: text/html", "").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"%ED%A0%80, UTF-8", "%FF%FE, UTF-8"})
    void refusesBytesThatAreNoText(String value, String remedy) throws IOException {
        Answer problem = ask("GET /api/v1/search?q=" + value, "Accept: application/json", "");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.head()).contains("application/problem+json");
        assertThat(problem.json().get("detail").asString()).contains(remedy);
        assertThat(problem.json().get("instance").asString()).isEqualTo("/api/v1/search");
        Answer page = ask("GET /search?lang=fr&q=" + value, "Accept: text/html", "");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<html lang=\"fr\"").contains("/about/errors#bad-parameter");
    }

    @Test
    void refusesMoreParametersThanAreTaken() throws IOException {
        Answer problem = ask("GET /api/v1/search?" + MANY, "Accept: application/json", "");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.json().get("detail").asString()).contains("1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"query=%zz", "query=100%", "query=%ED%A0%80", "query=ASK%7B%7D&%", "query=%E9"})
    void answersAFormThatCannotBeRead(String form) throws IOException {
        for (String charset :
                List.of("", "; charset=UTF-8", "; charset=ISO-8859-1", "; charset=none-such", "; charset=\"")) {
            Answer answer = ask("POST /sparql", "Content-Type: " + FORM + charset, form);
            assertThat(answer.status()).as(form + charset).isBetween(400, 499);
            assertThat(answer.head()).contains("application/problem+json");
            assertThat(answer.json().get("detail").asString()).isNotEmpty();
        }
    }

    @Test
    void readsAFormInItsCharacterSet() throws IOException {
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
            String query = java.net.URLEncoder.encode("SELECT (\"santé\" AS ?x) {}", charset);
            Answer answer = ask(
                    "POST /sparql",
                    "Accept: application/sparql-results+json\r\nContent-Type: " + FORM + "; charset=" + charset,
                    "query=" + query);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("santé");
        }
    }

    @Test
    void theAddressOfErrorsIsNoAddress() {
        assertThat(new Service(port).get("/error", "Accept", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(new Service(port).get("/error", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    /** Signs that an address should have as percent signs, and that people type as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"|", "{x}", "\"", "^", "[1]", "<b>", "`"})
    void saysInTheLanguageOfTheReaderThatNothingIsThere(String signs) throws IOException {
        for (String path : List.of("/no" + signs + "such", "/id/technique/" + signs, "/questions/a" + signs)) {
            Answer page = ask("GET " + path + "?lang=fr", "Accept: text/html", "");
            assertThat(page.status()).as(path).isIn(400, 404);
            assertThat(page.body()).contains("<html lang=\"fr\"").doesNotContain("<b>such");
            Answer problem = ask("GET " + path, "Accept: application/json", "");
            assertThat(problem.status()).as(path).isIn(400, 404);
            assertThat(problem.json().get("instance").asString()).startsWith("/");
        }
        Answer moved = ask("GET /about" + signs + "/", "Accept: text/html", "");
        assertThat(moved.status()).isIn(301, 308, 400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /search/%zz", "GET /a\\b", "GET /a\u0001b", "GET /id/%"})
    void whatTheContainerRefusesIsToldInTheServicesWords(String line) throws IOException {
        Answer problem = ask(line, "Accept: application/json", "");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.json().get("code").asString()).isEqualTo("bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /search/%zz", "GET /id/%"})
    void aReaderIsToldOnAPage(String line) throws IOException {
        Answer page = ask(line, "Accept: text/html\r\nAccept-Language: fr", "");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("lang=\"fr\"").doesNotContain("Tomcat");
    }

    private Answer ask(String line, String headers, String body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
            socket.getOutputStream()
                    .write((line + " HTTP/1.0\r\nHost: localhost:" + port + "\r\n" + headers + "\r\n" + length + "\r\n"
                                    + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            byte[] bytes = socket.getInputStream().readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            String head = end < 0 ? text : text.substring(0, end);
            Matcher declared = LENGTH.matcher(head);
            byte[] sent = Arrays.copyOfRange(
                    bytes, Math.min(bytes.length, head.getBytes(StandardCharsets.UTF_8).length + 4), bytes.length);
            if (declared.find()) {
                assertThat(sent.length).as(line).isEqualTo(Integer.parseInt(declared.group(1)));
            }
            return new Answer(Integer.parseInt(head.split(" ")[1]), head, new String(sent, StandardCharsets.UTF_8));
        }
    }

    private record Answer(int status, String head, String body) {
        tools.jackson.databind.JsonNode json() {
            return tools.jackson.databind.json.JsonMapper.builder().build().readTree(body);
        }
    }
}
