package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/**
 * Whatever is sent, the endpoint reaches nothing, reads no file and writes nothing. The decoy server remembers who came; the decoy file
 * is once a file with a secret, and once a pipe, on which a writer waits that goes on as soon as anybody opens it.
 */
@PackagedServiceTest
class SparqlAttacksTest {
    private static final Path ATTACKS = Path.of("src/test/resources/attacks");
    private static final String SECRET = "the-secret-of-the-decoy-file";
    private static final String ALL = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private static Path folder;

    private static Decoy decoy;
    private static Path file;
    private static Path pipe;
    private static Thread writer;
    private static final AtomicBoolean PIPE_OPENED = new AtomicBoolean();

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException {
        decoy = new Decoy();
        file = Files.writeString(folder.resolve("decoy.ttl"), "<urn:s> <urn:p> \"" + SECRET + "\" .");
        pipe = folder.resolve("pipe.ttl");
        boolean made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        assumeTrue(made, "mkfifo is needed to see whether a file is opened");
        writer = new Thread(() -> {
            try (FileOutputStream waiting = new FileOutputStream(pipe.toFile())) {
                PIPE_OPENED.set(true);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        writer.setDaemon(true);
        writer.start();
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        try (FileInputStream reader = new FileInputStream(pipe.toFile())) {
            reader.read();
        }
        writer.join();
        assertThat(PIPE_OPENED).as("the pipe tells when it is opened").isTrue();
        decoy.close();
    }

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @AfterEach
    void nothingWasTouched() {
        assertThat(decoy.requests()).isEmpty();
        assertThat(PIPE_OPENED).isFalse();
    }

    static List<Path> attacks() throws IOException {
        try (Stream<Path> files = Files.list(ATTACKS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void thereAreManyAttacks() throws IOException {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void reachesAndReadsNothing(Path attack) throws IOException {
        String before = count();
        for (Path target : List.of(file, pipe)) {
            String text = Files.readString(attack)
                    .replace("DECOY", decoy.url())
                    .replace("FILE", target.toUri().toString());
            List<HttpResponse<String>> answers = new ArrayList<>();
            answers.add(service.get("/sparql?query=" + encode(text)));
            answers.add(service.post("/sparql", "application/sparql-query", text));
            answers.add(service.post("/sparql", FORM, "query=" + encode(text)));
            answers.add(service.post("/sparql", "application/sparql-update", text));
            answers.add(service.post("/sparql", FORM, "update=" + encode(text)));
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 403);
                assertThat(answer.body()).doesNotContain(SECRET);
            });
            boolean calls = attack.getFileName().toString().matches("(service|update|java-function|afn|arq|from).*");
            if (calls) {
                assertThat(answers)
                        .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(400, 403));
            }
        }
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "default-graph-uri, 400",
        "named-graph-uri, 400",
        "using-graph-uri, 200",
        "using-named-graph-uri, 200",
        "query-ref, 200",
        "graph, 200",
        "stylesheet, 200",
        "xslt-uri, 200",
        "callback, 200",
        "endpoint, 200",
        "force-accept, 200"
    })
    void parametersLeadNowhere(String name, int status) {
        for (String target : List.of(
                decoy.url() + "data.ttl", pipe.toUri().toString(), "file://localhost" + pipe, pipe.toString())) {
            String parameter = "&" + name + "=" + encode(target);
            assertThat(service.get(
                                    "/sparql?query=" + encode(ALL) + parameter,
                                    "Accept",
                                    "application/sparql-results+xml")
                            .statusCode())
                    .isEqualTo(status);
            assertThat(service.post("/sparql", FORM, "query=" + encode(ALL) + parameter)
                            .statusCode())
                    .isEqualTo(status);
            assertThat(service.post("/sparql?" + parameter.substring(1), "application/sparql-query", ALL)
                            .statusCode())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle|<urn:s> <urn:p> <DECOY> .",
                "application/ld+json|{\"@context\": \"DECOYcontext.jsonld\", \"@id\": \"urn:s\"}",
                "application/rdf+xml|<!DOCTYPE x [<!ENTITY e SYSTEM \"FILE\">]><x>&e;</x>",
                "application/sparql-results+xml|<!DOCTYPE x SYSTEM \"DECOYx.dtd\"><sparql/>",
                "text/xml|<!DOCTYPE x [<!ENTITY e SYSTEM \"DECOY\">]><x>&e;</x>",
                "application/trig|<urn:g> { <urn:s> <urn:p> <urn:o> }",
                "application/rdf-patch|A <urn:s> <urn:p> <urn:o> .",
                "multipart/form-data; boundary=b|--b",
                "application/json|{\"query\": \"DROP ALL\"}"
            })
    void bodiesOfOtherKindsAreNotRead(String type, String text) {
        String body =
                text.replace("DECOY", decoy.url()).replace("FILE", pipe.toUri().toString());
        String before = count();
        for (String path : List.of("/sparql", "/sparql?default", "/sparql?graph=" + encode(decoy.url()))) {
            assertThat(service.post(path, type, body).statusCode()).isIn(403, 415);
            assertThat(service.send("PUT", path, type, body).statusCode()).isEqualTo(405);
            assertThat(service.send("DELETE", path, type, body).statusCode()).isEqualTo(405);
            assertThat(service.send("PATCH", path, type, body).statusCode()).isEqualTo(405);
        }
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/sparql-update",
                "Application/SPARQL-Update; charset=utf-8",
                " application/sparql-update",
                "application/sparql-update;charset=iso-8859-1"
            })
    void updatesAreRefusedHoweverTheyAreCalled(String type) {
        String before = count();
        assertThat(service.post("/sparql", type, "DROP ALL").statusCode()).isEqualTo(403);
        assertThat(service.post("/sparql?query=" + encode(ALL), type, "DROP ALL")
                        .statusCode())
                .isEqualTo(403);
        assertThat(count()).isEqualTo(before);
    }

    private String count() {
        return Service.json(service.get("/sparql?query=" + encode(ALL)))
                .at("/results/bindings/0/n/value")
                .asString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
