package org.werkgraaf.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.Werkgraaf;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.admin.token=a-token-for-tests")
@DirtiesContext
class RegroupControllerTest {
    private static final String MERGE =
            "/admin/changes/merge?from=risk/strain&into=risk/work-stress&reason=One&author=Ann";

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        SmallContent content = new SmallContent(folder.resolve("content"));
        content.write("data/entities/strain.ttl", """
                id:risk\\/strain
                    a wg:Risk ;
                    skos:prefLabel "Spanning op de werkvloer"@nl , "Strain"@en , "Tension"@fr ;
                    skos:altLabel "spanning"@nl ;
                    skos:definition "Spanning op het werk."@nl , "Strain at work."@en .

                id:risk\\/strains
                    a wg:Risk ;
                    skos:prefLabel "Spanning op de werkvloers"@nl , "Strains at work"@en , "Tensions"@fr ;
                    skos:altLabel "spanningen"@nl ;
                    skos:definition "Spanningen op het werk."@nl , "Strains of work."@en .
                """);
        content.serve(settings);
        settings.add("werkgraaf.var", () -> folder.resolve("var").toString());
    }

    private static HttpResponse<String> send(Service service, String path) {
        return service.post(path, "application/rdf-patch", "", "Authorization", "Bearer a-token-for-tests");
    }

    @Test
    void aMergedThingLeadsToTheOtherAndCanBeHadBack() {
        Service service = new Service(port);
        assertThat(service.post(MERGE, "application/rdf-patch", "").statusCode())
                .isEqualTo(401);
        JsonNode look = Service.json(send(service, MERGE + "&dryRun=true"));
        assertThat(look.at("/outcome").asString()).isEqualTo("good");
        assertThat(service.get("/id/risk/strain").statusCode()).isEqualTo(200);

        HttpResponse<String> merged = send(service, MERGE);
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        for (String address : new String[] {"/id/risk/strain", "/id/risk/strain.ttl", "/api/v1/entities/risk/strain"}) {
            HttpResponse<String> gone = service.get(address, "Accept", "text/html, */*;q=0.5");
            assertThat(gone.statusCode()).as(address).isEqualTo(410);
            assertThat(gone.headers().firstValue("Link"))
                    .as(address)
                    .hasValue("</id/risk/work-stress>; rel=\"successor-version\"");
            assertThat(gone.body()).as(address).contains("Strain").contains("work-stress");
        }
        assertThat(service.json("/api/v1/entities/risk/work-stress?lang=nl")
                        .at("/altLabels")
                        .toString())
                .contains("spanning", "Spanning op de werkvloer");
        for (String thing : new String[] {"strain", "work-stress"}) {
            assertThat(service.json("/id/risk/" + thing + "/history.json")
                            .at("/changes/0/author")
                            .asString())
                    .isEqualTo("Ann");
        }
        for (String again : new String[] {
            MERGE,
            MERGE.replace("risk/strain", "risk/x")
                    .replace("risk/work-stress", "risk/strain")
                    .replace("risk/x", "risk/work-stress")
        }) {
            HttpResponse<String> refused = send(service, again);
            assertProblem(refused, 409, "change-conflict");
            assertThat(Service.json(refused).at("/detail").asString())
                    .contains("risk/strain was withdrawn, and risk/work-stress took its place");
        }
        String id = Service.json(merged).at("/id").asString();
        send(service, "/admin/changes?author=Bo&reason=Two&revert=" + id);
        assertThat(service.get("/id/risk/strain").statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeIsToldWhy() {
        Service service = new Service(port);
        assertProblem(send(service, MERGE.replace("risk/strain", "Nonsense!")), 400, "bad-parameter");
        assertProblem(send(service, MERGE.replace("risk/strain", "risk/none")), 409, "change-conflict");
        String split = "/admin/changes/split?from=risk/work-stress&into=risk/boredom&reason=Two&author=Ann";
        assertProblem(send(service, split), 409, "change-conflict");
        assertProblem(send(service, split + "&passage=passage/x".repeat(501)), 400, "bad-parameter");
        // Nothing says what the other one is called.
        assertProblem(send(service, split + "&passage=passage/other-source-l1"), 422, "change-refused");
    }

    @Test
    void whatMayBeOneIsListed() {
        Service service = new Service(port);
        assertThat(service.get("/about/quality.md?lang=en").body()).contains("nearly the same name");
        assertThat(service.get("/about/quality?lang=nl", "Accept", "text/html").body())
                .contains("Dingen die misschien één zijn", "/id/risk/strains");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Service.json(answer).at("/code").asString()).isEqualTo(code);
    }
}
