package org.werkgraaf.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.admin.token=a-token-for-tests", "werkgraaf.changes.statements-max=9"})
@DirtiesContext
class ChangeControllerTest {
    private static final String TOKEN = "Bearer a-token-for-tests";
    private static final String PATCH = "application/rdf-patch";
    private static final String SUBJECT =
            "<https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> ";

    @TempDir
    private static Path folder;

    private static SmallContent content;

    @LocalServerPort
    private int port;

    private Service service;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        content = SmallRelease.serve(folder, settings);
    }

    @BeforeEach
    void open() {
        service = new Service(port);
    }

    private HttpResponse<String> send(String query, String body) {
        return service.post("/admin/changes" + query, PATCH, body, "Authorization", TOKEN);
    }

    private static String replace(String before, String after) {
        return "D " + SUBJECT + '"' + before + "\"@nl .\nA " + SUBJECT + '"' + after + "\"@nl .\n";
    }

    @Test
    void aChangeIsLookedAtWrittenPublishedAndTakenBack() throws IOException {
        Path file = content.root().resolve("data/entities/others.ttl");
        String before = Files.readString(file);
        String change = replace("stress op het werk", "stress door werk");

        JsonNode look = Service.json(send("?author=Ann&reason=Usage&dryRun=true&lang=nl", change));
        assertThat(look.at("/outcome").asString()).isEqualTo("good");
        assertThat(look.at("/changes/0/text").asString())
                .isEqualTo("andere naam (nl): stress op het werk → stress door werk");
        assertThat(look.at("/changes/0/thingName").asString()).isEqualTo("Werkstress");
        assertThat(look.at("/files/0").asString()).isEqualTo("data/entities/others.ttl");
        assertThat(Files.readString(file)).isEqualTo(before);

        HttpResponse<String> applied = send("?author=Ann&reason=Usage", change);
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        JsonNode answer = Service.json(applied);
        assertThat(answer.at("/published").asString()).isEqualTo("published");
        assertThat(Files.readString(file)).contains("stress door werk");
        assertThat(service.json("/health/ready").at("/release").asString())
                .isEqualTo(answer.at("/release").asString());
        assertThat(service.json("/api/v1/entities/risk/work-stress").toString()).contains("stress door werk");

        HttpResponse<String> back =
                send("?author=Bo&reason=Misread&revert=" + answer.at("/id").asString(), "");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void whatCannotBeIsRefusedWithWhyAndNothingIsWritten() throws IOException {
        Path file = content.root().resolve("data/entities/others.ttl");
        String before = Files.readString(file);
        assertProblem(send("?author=Ann&reason=x", "nonsense"), 400, "change-malformed");
        assertProblem(send("", replace("a", "b")), 400, "change-malformed");
        String many = "abcde"
                .chars()
                .mapToObj(each -> replace((char) each + "1", (char) each + "2"))
                .collect(java.util.stream.Collectors.joining());
        assertProblem(send("?author=Ann&reason=x", many), 400, "change-malformed");
        assertProblem(send("?author=Ann&reason=x", replace("not there", "b")), 409, "change-conflict");
        HttpResponse<String> refused = send(
                "?author=Ann&reason=x&lang=en",
                "D " + SUBJECT.replace("altLabel", "prefLabel") + "\"Work stress\"@en .\n");
        assertProblem(refused, 422, "change-refused");
        assertThat(Service.json(refused).at("/reasons/0/by/0").asString()).isEqualTo("name (en): Work stress → –");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void nobodyChangesAnythingWithoutTheToken() {
        assertThat(service.post("/admin/changes", PATCH, replace("a", "b")).statusCode())
                .isEqualTo(401);
        assertThat(service.get("/admin/changes").statusCode()).isEqualTo(405);
    }

    @Test
    void aThingTellsItsHistoryAndIsGoneWhenItWasTakenOut() {
        String risk = "<https://w3id.org/werkgraaf/id/risk/boredom> ";
        String skos = "<http://www.w3.org/2004/02/skos/core#";
        String added = "A " + risk
                + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/werkgraaf/ontology#Risk> .\n"
                + "A " + risk + skos + "prefLabel> \"Verveling\"@nl .\n"
                + "A " + risk + skos + "prefLabel> \"Boredom\"@en .\n"
                + "A " + risk + skos + "prefLabel> \"Ennui\"@fr .\n"
                + "A " + risk + skos + "altLabel> \"saai werk\"@nl .\n"
                + "A " + risk + skos + "definition> \"Te weinig afwisseling in het werk.\"@nl .\n"
                + "A " + risk + skos + "definition> \"Too little variety in the work.\"@en .\n"
                + "A " + risk + skos + "definition> \"Trop peu de variété dans le travail.\"@fr .\n";
        assertThat(service.get("/id/risk/boredom").statusCode()).isEqualTo(404);
        HttpResponse<String> applied = send("?author=Ann&reason=It+was+asked+for&answers=proposal/7", added);
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        String id = Service.json(applied).at("/id").asString();

        JsonNode history = service.json("/id/risk/boredom/history.json?lang=en");
        assertThat(history.at("/present").asBoolean()).isTrue();
        assertThat(history.at("/changes/0/author").asString()).isEqualTo("Ann");
        assertThat(history.at("/changes/0/answers").asString()).isEqualTo("proposal/7");
        assertThat(history.at("/changes/0/lines").findValuesAsString("text")).contains("name (en): – → Boredom");
        assertThat(service.get("/id/risk/boredom", "Accept", "text/html").body())
                .contains("/id/risk/boredom/history\"");
        assertThat(service.get("/id/risk/boredom/history?lang=en", "Accept", "text/html")
                        .body())
                .contains("Changes to Boredom", "It was asked for", "<ins lang=\"fr\">Ennui</ins>");
        assertThat(service.get("/id/technique/technique-1/history?lang=en", "Accept", "text/html")
                        .body())
                .contains("No change in the log. It is as in the release of");

        assertThat(service.get("/id/risk/boredom/history.md?lang=nl").body())
                .contains("# Wijzigingen van Verveling", "It was asked for", "| naam (Frans) |");
        send("?author=Bo&reason=It+is+work-stress.&revert=" + id, "");
        HttpResponse<String> gone = service.get("/id/risk/boredom", "Accept", "application/json");
        assertProblem(gone, 410, "gone");
        assertThat(gone.body()).contains("Bo took it out on", "It is work-stress.", "/id/risk/boredom/history");
        assertProblem(service.get("/api/v1/entities/risk/boredom"), 410, "gone");
        JsonNode after = service.json("/id/risk/boredom/history.json");
        assertThat(after.at("/present").asBoolean()).isFalse();
        assertThat(after.at("/changes/0/reverts").asString()).isEqualTo(id);
        assertProblem(service.get("/id/risk/never-there/history.json"), 404, "not-found");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Service.json(answer).at("/code").asString()).isEqualTo(code);
    }
}
