package org.werkgraaf.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class DumpsApiTest {
    @LocalServerPort
    private int port;

    private Service service;
    private JsonNode list;

    @BeforeEach
    void connect() {
        service = new Service(port);
        list = ReadyDumps.of(service);
    }

    @Test
    void listsTheFilesOfThePublishedRelease() {
        assertThat(list.get("release")).isEqualTo(service.json("/health/ready").get("release"));
        assertThat(list.get("files").valueStream().map(file -> file.get("name").asString()))
                .contains("SHA256SUMS", "werkgraaf.trig", "werkgraaf.nq.gz", "werkgraaf.jsonld")
                .contains("csv/Case.csv", "csv/Technique.csv", "graphs/gdpr-text.ttl", "graphs/entities.ttl");
        assertThat(service.json("/dumps/index.json")).isEqualTo(list);
    }

    @Test
    void givesEachFileWithItsSizeAndDigest() throws Exception {
        for (JsonNode file : list.get("files")) {
            HttpResponse<byte[]> answer = bytes("/dumps/" + file.get("name").asString());
            assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
            assertThat(answer.headers().firstValueAsLong("Content-Length"))
                    .hasValue(file.get("bytes").asLong());
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(file.get("mediaType").asString());
            assertThat(answer.headers().firstValue("ETag"))
                    .contains("\"" + file.get("sha256").asString() + "\"");
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(answer.body())))
                    .isEqualTo(file.get("sha256").asString());
        }
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        HttpResponse<String> first = service.get("/dumps/csv/Risk.csv");
        HttpResponse<String> again = service.get(
                "/dumps/csv/Risk.csv",
                "If-None-Match",
                first.headers().firstValue("ETag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=0, must-revalidate");
    }

    @Test
    void neverChangesUnderTheAddressOfTheRelease() {
        HttpResponse<String> answer =
                service.get("/dumps/" + list.get("release").asString() + "/csv/Risk.csv", "Range", "bytes=0-5");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("id,iri");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(service.get("/dumps/2001-01-01-00000000/csv/Risk.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsItsLengthForWhoTakesCompression() {
        HttpResponse<String> answer = service.get("/dumps/csv/Risk.csv", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2findex.json",
                "%2e%2e/index.json",
                "..;/index.json",
                "csv/../SHA256SUMS",
                "csv/..%2fSHA256SUMS",
                "csv",
                "csv/",
                "graphs//release.ttl",
                "/etc/passwd",
                "%2fetc%2fpasswd",
                "csv%5cCase.csv",
                "werkgraaf.trig%00",
                "werkgraaf.trig/",
                "WERKGRAAF.TRIG",
                ".",
                "..",
                "%252e%252e/index.json"
            })
    void hasNoOtherFiles(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = bytes("/dumps/" + path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("root:", "@prefix");
    }

    @Test
    void leavesRejectedValuesOutOfTheTables() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser csv = CSVParser.parse(service.get("/dumps/csv/Case.csv").body(), format)) {
            assertThat(csv.getRecords().stream()
                            .filter(row -> row.get("id").equals("case/cnil-amazon-france-logistique"))
                            .map(row -> row.get("amountImposed")))
                    .containsExactly("32000000.0");
        }
    }

    @Test
    void isAPageForWhoReads() {
        HttpResponse<String> page = service.get("/dumps/?lang=en", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Take it all</h1>")
                .contains("href=\"/dumps/werkgraaf.trig\"")
                .contains("href=\"/dumps/csv/Case.csv\"");
        assertThat(service.get("/about", "Accept", "text/html").body()).contains("href=\"/dumps/\"");
    }

    @Test
    void saysThatTheFilesAreBeingMade(@TempDir Path folder) {
        try (GraphStore store = GraphStore.inMemory();
                Dumps dumps = new Dumps(store, folder.resolve("dumps"), true)) {
            DumpsController controller = new DumpsController(
                    new DumpAnswers(dumps),
                    new WebSettings(() -> "http://localhost", 1, 1, 1, ""),
                    new ReaderLanguage(),
                    new StaticMessageSource());
            assertThatThrownBy(() -> controller.list(new MockHttpServletRequest(), new MockHttpServletResponse()))
                    .isInstanceOfSatisfying(RequestException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.DUMPS_NOT_READY);
                        assertThat(e.code().status().value()).isEqualTo(503);
                        assertThat(e).hasMessageContaining("being made");
                    });
            assertThatThrownBy(() -> controller.file(
                            "/werkgraaf.trig", new MockHttpServletRequest(), new MockHttpServletResponse()))
                    .isInstanceOf(RequestException.class);
        }
    }

    private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
