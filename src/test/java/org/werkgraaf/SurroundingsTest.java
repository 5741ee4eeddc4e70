package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process with few file descriptors, a far time zone and another locale, under visitors of all kinds. */
@EnabledOnOs(OS.LINUX)
class SurroundingsTest {
    private static final int THREADS_MAX = 56;
    private static final int DESCRIPTORS = 300;
    /** Runs for as long as it may. */
    private static final String LONG = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

    @TempDir
    private Path folder;

    private SmallContent content;
    private OtherProcess process;

    @BeforeEach
    void start() throws Exception {
        content = new SmallContent(folder.resolve("content"));
        process = OtherProcess.start(
                folder,
                List.of("bash", "-c", "ulimit -n " + DESCRIPTORS + " && exec \"$0\" \"$@\""),
                List.of("-Duser.language=th", "-Duser.country=TH", "-Duser.timezone=Etc/GMT+12"),
                "--werkgraaf.var=" + folder.resolve("var"),
                "--werkgraaf.content.ontology=" + content.root().resolve("ontology"),
                "--werkgraaf.content.data=" + content.root().resolve("data"),
                "--werkgraaf.content.queries=" + content.root().resolve("queries"),
                "--werkgraaf.admin.token=secret",
                "--spring.lifecycle.timeout-per-shutdown-phase=4s");
    }

    @AfterEach
    void end() throws InterruptedException {
        process.close();
    }

    @Test
    void staysCalmWithFewDescriptorsManyVisitorsAndOnesThatLeaveAndEndsInSilence() throws Exception {
        assertThat(process.log())
                .contains("may have " + DESCRIPTORS + " files open and needs 1024")
                .contains("ulimit -n 1024");
        assertThat(anotherOneInTheSameFolder()).singleElement().asString().contains("is in use by another process");
        crowd();
        assertThat(threads()).as("threads").isLessThanOrEqualTo(THREADS_MAX);
        for (String address :
                List.of("/search?q=zilver", "/ontology", "/dumps/werkgraaf.trig", "/sparql?query=" + all())) {
            for (int i = 0; i < 5; i++) {
                leave(address);
            }
        }
        assertThat(process.service().get("/health/live").statusCode()).isEqualTo(200);
        Path backup = backup();
        String release = process.service().json("/health/ready").get("release").asString();
        assertQuiet();

        List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            running.add(ask("/sparql?query=" + java.net.URLEncoder.encode(LONG + " # " + i, StandardCharsets.UTF_8)));
            running.add(ask("/search?q=zilver&lang=nl&n=end" + i));
        }
        content.techniques("koper");
        CompletableFuture<HttpResponse<String>> publish = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + process.port() + "/admin/publish"))
                                .header("Authorization", "Bearer secret")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        List<Socket> slow = slowCallers();
        Thread.sleep(500);
        assertThat(process.stop(120)).isEqualTo(143);
        assertQuiet();
        for (Socket socket : slow) {
            socket.close();
        }
        running.forEach(each -> each.exceptionally(e -> null).join());
        publish.exceptionally(e -> null).join();
        assertThat(org.werkgraaf.store.Backup.restore(backup, folder.resolve("elsewhere"))
                        .id())
                .isEqualTo(release);
    }

    /** What a second process says that is given the same folder, but for how it began. */
    private List<String> anotherOneInTheSameFolder() throws Exception {
        try (OtherProcess other =
                OtherProcess.launch(folder, List.of(), List.of(), "--werkgraaf.var=" + folder.resolve("var"))) {
            assertThat(other.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(other.process().exitValue()).isEqualTo(1);
            return other.log()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.contains(" INFO "))
                    .toList();
        }
    }

    /** Some who announce a body and do not send it, and some who ask for a large answer and do not read it. */
    private List<Socket> slowCallers() throws IOException {
        String large =
                "SELECT (CONCAT(\"" + "x".repeat(4000) + "\", STR(?s)) AS ?x) { ?s ?p ?o . ?a ?b ?c } LIMIT 2000";
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new java.net.InetSocketAddress("localhost", process.port()));
            String body = i < 3 ? "SELECT " : large;
            int length = i < 3 ? 90_000 : large.length();
            socket.getOutputStream()
                    .write(("POST /sparql HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.7\r\n"
                                    + "Content-Type: application/sparql-query\r\nContent-Length: " + length + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        return slow;
    }

    private Path backup() throws Exception {
        Path file = folder.resolve("backup.zip");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + process.port() + "/admin/backup"))
                .POST(HttpRequest.BodyPublishers.noBody());
        HttpClient client = HttpClient.newHttpClient();
        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send(
                                request.header("Authorization", "Bearer secret").build(),
                                HttpResponse.BodyHandlers.ofFile(file))
                        .statusCode())
                .isEqualTo(200);
        return file;
    }

    private void assertQuiet() throws IOException {
        assertThat(process.log()
                        .lines()
                        .filter(line -> line.contains("ERROR")
                                || line.contains("Exception")
                                || line.startsWith("\tat ")
                                || (line.contains(" WARN ") && !line.contains("FileDescriptors")))
                        .toList())
                .isEmpty();
    }

    /** More connections than files that the process may open beside its own, then forty searches and twelve long queries at once. */
    private void crowd() throws Exception {
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            idle.add(new Socket("localhost", process.port()));
        }
        for (Socket socket : idle) {
            socket.close();
        }
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(ask("/search?q=zilver&lang=en&n=" + i));
        }
        for (int i = 0; i < 12; i++) {
            answers.add(ask("/sparql?timeout=2&query=" + java.net.URLEncoder.encode(LONG, StandardCharsets.UTF_8)));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isIn(200, 400, 429, 503);
        }
    }

    private CompletableFuture<HttpResponse<String>> ask(String address) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + process.port() + address))
                                .header("Accept", "*/*")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String all() {
        return java.net.URLEncoder.encode("SELECT * WHERE { ?s ?p ?o }", StandardCharsets.UTF_8);
    }

    /** Asks, reads a little and breaks the connection off. */
    private void leave(String address) throws IOException {
        try (Socket socket = new Socket("localhost", process.port())) {
            socket.setReceiveBufferSize(1024);
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            in.read();
        }
    }

    /** The most that the process had at the same time, those of the JVM itself included, cannot be asked; those of now can. */
    private int threads() throws IOException {
        return Files.readAllLines(
                        Path.of("/proc", Long.toString(process.process().pid()), "status"))
                .stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring("Threads:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }
}
