package org.werkgraaf.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallNorm;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;
import org.werkgraaf.web.sign.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A look shows which cases of the check and which answers a change would make others, and saving heeds it. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.sign-in.password-cost=4")
@DirtiesContext
class AnswersInALookTest {
    private static final String PASSWORD = "paard batterij nietje";
    private static final String FORM = "/edit/technique/technique-1";
    private static final String NEEDED = "Some answers would lose something";

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Visitor bob;
    private Visitor ann;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        SmallContent content = new SmallContent(folder.resolve("content"), SmallNorm.schemes());
        SmallNorm.write(content);
        content.serve(settings);
        settings.add("werkgraaf.var", () -> folder.resolve("var").toString());
        settings.add("werkgraaf.admin.token", () -> "secret");
    }

    @BeforeEach
    void people() {
        bob = signedIn("bob", Role.CONTRIBUTOR);
        ann = signedIn("ann", Role.CURATOR);
    }

    private Visitor signedIn(String name, Role role) {
        if (accounts.find(name).isEmpty()) {
            accounts.add(name, role, PASSWORD, null);
        }
        Visitor visitor = new Visitor(port, "198.51.100.7");
        assertThat(visitor.signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static String field(String name, String page) {
        return Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + page));
    }

    private static List<String> stress(String page) {
        return stated("poses", page);
    }

    /** Keys of the statements of a property at places. */
    private static List<String> stated(String property, String page) {
        return Pattern.compile("name=\"without\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(key ->
                        new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8).contains(property))
                .toList();
    }

    /** Takes away that technique 1 gives stress, at both of its places. */
    private static HttpResponse<String> send(Visitor who, String action, String confirm) {
        String page = who.get(FORM + "?lang=en").body();
        List<String> fields = new ArrayList<>(List.of("reason", "It does not", "do", action));
        stress(page).forEach(key -> fields.addAll(List.of("without", key)));
        fields.addAll(List.of("_csrf", field("_csrf", page), "seen", field("seen", page), "confirm", confirm));
        return who.post(FORM, fields, "Accept", "text/html", "Accept-Language", "en");
    }

    private static HttpResponse<String> answer(Visitor who, String page, String action, String confirm) {
        String shown = who.get(page + "?lang=en").body();
        return who.post(
                page + "/answer",
                List.of("_csrf", field("_csrf", shown), "seen", field("seen", shown), "do", action, "confirm", confirm),
                "Accept",
                "text/html",
                "Accept-Language",
                "en");
    }

    @Test
    void whatAnswersLoseIsConfirmedByWhoPublishes() {
        HttpResponse<String> look = send(bob, "look", "");
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.body())
                .contains(
                        "What gives stress?",
                        "Technique 1 zilver · Work stress",
                        "The rules allow this",
                        "name=\"confirm\"",
                        "/id/technique/technique-1")
                .doesNotContain(NEEDED);
        HttpResponse<String> proposed = send(bob, "propose", "");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(303);
        String page = proposed.headers().firstValue("Location").orElseThrow();
        page = page.substring(page.indexOf("/edit/"));
        HttpResponse<String> unread = answer(ann, page, "approve", "");
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains(NEEDED, "What gives stress?");
        HttpResponse<String> approved = answer(ann, page, "approve", field("confirm", tidy(unread.body())));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(303);
        assertThat(stress(ann.get(FORM + "?lang=en").body())).isEmpty();
    }

    /** An attribute of the box stands between name and value. */
    private static String tidy(String page) {
        return page.replaceAll("type=\"checkbox\" ", "");
    }

    @Test
    void aCaseThatWouldComeOutWrongIsNamedInEachLanguage() {
        Visitor visitor = ann;
        String form = "/edit/condition/tell";
        String page = visitor.get(form + "?lang=nl").body();
        String key = stated("usesTechnique", page).get(0);
        HttpResponse<String> saved = visitor.post(
                form + "?lang=nl",
                List.of(
                        "_csrf",
                        field("_csrf", page),
                        "seen",
                        field("seen", page),
                        "without",
                        key,
                        "t.usesTechnique",
                        "technique/technique-2",
                        "passage",
                        "passage/small-norm-l1",
                        "reason",
                        "Zo staat het er",
                        "do",
                        "save"),
                "Accept",
                "text/html");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(422);
        assertThat(saved.body())
                .contains(
                        SmallNorm.NAME,
                        "moet uitkomen op ‘geldt’",
                        "niet over dit onderwerp",
                        "href=\"/id/obligation/tell\"",
                        "Bij techniek 1")
                .doesNotContain("De regels staan dit toe");
    }

    @Test
    void programsAreToldTheSame() {
        Service service = new Service(port);
        String head = "H author \"Ann\" .\nH reason \"It is on page 3\" .\n";
        HttpResponse<String> refused = post(service, "/admin/changes", head + SmallNorm.OTHER_TECHNIQUE);
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode problem = JsonMapper.shared().readTree(refused.body());
        assertThat(problem.at("/cases/0/case").asString()).isEqualTo(SmallNorm.NAME);
        assertThat(problem.at("/cases/0/mistakes/0").asString()).contains("obligation/tell should be applies");
        assertThat(problem.at("/cases/0/by/0").asString()).contains("Techniek 1 zilver → Techniek 2 zilver");
        String other =
                SmallNorm.NO_STRESS.replace("technique-1", "technique-4").replaceAll("(?m)^.*other-source.*\n", "");
        HttpResponse<String> unconfirmed = post(service, "/admin/changes", head + other);
        assertThat(unconfirmed.statusCode()).as(unconfirmed.body()).isEqualTo(409);
        problem = JsonMapper.shared().readTree(unconfirmed.body());
        assertThat(problem.at("/type").asString()).endsWith("#change-unconfirmed");
        assertThat(problem.at("/answers/0/question").asString()).isEqualTo("cq-stress");
        assertThat(problem.at("/answers/0/gone/0/0").asString()).endsWith("technique/technique-4");
        HttpResponse<String> written =
                post(service, "/admin/changes?confirm=" + problem.at("/confirm").asString(), head + other);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    }

    private static HttpResponse<String> post(Service service, String path, String body) {
        return service.post(path, "application/rdf-patch", body, "Authorization", "Bearer secret");
    }
}
