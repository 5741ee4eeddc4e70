package org.werkgraaf.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.draft.Drafts;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.web.sign.Visitor;
import tools.jackson.databind.JsonNode;

/** A change waits for somebody else, who publishes it, sends it back or refuses it; nobody publishes a change of his own. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "werkgraaf.sign-in.password-cost=4",
            "werkgraaf.edit.four-eyes=true",
            "werkgraaf.edit.wait-seconds-max=1"
        })
@DirtiesContext
class ReviewTest {
    private static final String PASSWORD = "paard batterij nietje";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ObjectProvider<Drafts> drafts;

    @Autowired
    private Publisher publisher;

    private Visitor bob;
    private Visitor cas;
    private Visitor ann;
    private Visitor dia;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        SmallContent content = new SmallContent(folder.resolve("content"));
        content.write("data/entities/strain.ttl", """
                id:risk\\/strain
                    a wg:Risk ;
                    skos:prefLabel "Spanning op de werkvloer"@nl , "Strain"@en , "Tension"@fr ;
                    skos:definition "Spanning op het werk."@nl , "Strain at work."@en .
                """);
        content.serve(settings);
        settings.add("werkgraaf.var", () -> folder.resolve("var").toString());
        settings.add("werkgraaf.admin.token", () -> "secret");
    }

    @BeforeEach
    void people() {
        bob = signedIn("bob", Role.CONTRIBUTOR);
        cas = signedIn("cas", Role.CONTRIBUTOR);
        ann = signedIn("ann", Role.CURATOR);
        dia = signedIn("dia", Role.CURATOR);
    }

    private Visitor signedIn(String name, Role role) {
        if (accounts.find(name).isEmpty()) {
            accounts.add(name, role, PASSWORD, null);
        }
        Visitor visitor = new Visitor(port, "198.51.100.7");
        assertThat(visitor.signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private static HttpResponse<String> send(Visitor who, String page, String path, String... fields) {
        String form =
                who.get(page + (page.contains("?") ? "&" : "?") + "lang=en").body();
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", find(CSRF, form)));
        if (form.contains("name=\"seen\"")) {
            all.addAll(List.of("seen", find(SEEN, form)));
        }
        return who.post(path, all, "Accept", "text/html", "Accept-Language", "en");
    }

    /** Proposes another English name for a technique. */
    private static String proposed(Visitor who, int technique, String name, String action) {
        String form = "/edit/technique/technique-" + technique;
        HttpResponse<String> answer = send(
                who, form, form, "t.prefLabel.en", name, "reason", "Better <b>known</b>", "junk", "x", "do", action);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String page = answer.headers().firstValue("Location").orElseThrow();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static HttpResponse<String> answer(Visitor who, String id, String action, String words) {
        String page = "/edit/changes/" + id;
        return answer(who, id, action, words, who.get(page + "?lang=en").body());
    }

    private static HttpResponse<String> answer(Visitor who, String id, String action, String words, String form) {
        return who.post(
                "/edit/changes/" + id + "/answer",
                List.of("_csrf", find(CSRF, form), "seen", find(SEEN, form), "do", action, "words", words),
                "Accept",
                "text/html",
                "Accept-Language",
                "en");
    }

    private String label(int technique) {
        return new Service(port)
                .json("/api/v1/entities/technique/technique-" + technique)
                .at("/labels/en")
                .asString();
    }

    @Test
    void somebodyElsePublishesIt() {
        String id = proposed(bob, 1, "First technique", "propose");
        assertThat(label(1)).isEqualTo("Technique 1 zilver");
        assertThat(ann.get("/edit/changes?lang=en").body())
                .contains(id, "Better &lt;b&gt;known&lt;/b&gt;", "bob")
                .doesNotContain("<b>known");
        assertThat(cas.get("/edit/changes?lang=en").body()).doesNotContain(id);
        assertThat(cas.get("/edit/changes/" + id).statusCode()).isEqualTo(404);
        assertThat(ann.get("/edit/changes/" + id + "?lang=en").body())
                .contains("Technique 1 zilver", "First technique", "Approve and publish");
        // Who has the form of the same thing open is told.
        assertThat(cas.get("/edit/technique/technique-1?lang=en").body())
                .contains("There is a change of this by bob already");
        HttpResponse<String> look = answer(ann, id, "look", "");
        assertThat(look.statusCode()).as(look.body()).isEqualTo(200);
        assertThat(look.body()).contains("The rules allow this");
        assertThat(answer(bob, id, "approve", "").statusCode()).isEqualTo(403);
        assertThat(label(1)).isEqualTo("Technique 1 zilver");
        HttpResponse<String> approved = answer(ann, id, "approve", "");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(303);
        assertThat(label(1)).isEqualTo("First technique");
        String history = new Service(port)
                .get("/id/technique/technique-1/history?lang=en", "Accept", "text/html")
                .body();
        assertThat(history).contains("bob", "Approved by ann").doesNotContain("(approved by");
        assertThat(bob.get("/edit/changes/" + id + "?lang=en").body()).contains("Published", "Take this change back");
        assertThat(answer2(ann, id).statusCode()).isEqualTo(409);
    }

    /** A second approval, by a form that was opened before. */
    private static HttpResponse<String> answer2(Visitor who, String id) {
        return who.post(
                "/edit/changes/" + id + "/answer",
                List.of(
                        "_csrf",
                        find(CSRF, who.get("/edit/technique/technique-2").body()),
                        "do",
                        "approve"),
                "Accept",
                "application/json");
    }

    @Test
    void itGoesBackToItsAuthorWithWordsAndIsRefusedInTheEnd() throws IOException {
        String id = proposed(bob, 2, "Second technique", "propose");
        HttpResponse<String> mute = answer(ann, id, "return", " ");
        assertThat(mute.statusCode()).isEqualTo(422);
        assertThat(mute.body()).contains("Say why");
        assertThat(answer(ann, id, "return", "Name <i>who</i> says so").statusCode())
                .isEqualTo(303);
        assertThat(bob.get("/edit/changes/" + id + "?lang=en").body())
                .contains("Name &lt;i&gt;who&lt;/i&gt; says so", "Back with its author", "Go on with it");
        String form = "/edit/technique/technique-2";
        assertThat(cas.get(form + "?draft=" + id).statusCode()).isEqualTo(404);
        assertThat(ann.get(form + "?draft=" + id).statusCode()).isEqualTo(409);
        String opened = bob.get(form + "?lang=en&draft=" + id).body();
        assertThat(opened).doesNotContain("junk");
        assertThat(opened).contains("value=\"Second technique\"", "name=\"draft\" value=\"" + id + "\"");
        HttpResponse<String> again = send(
                bob,
                form + "?draft=" + id,
                form,
                "t.prefLabel.en",
                "Another second",
                "reason",
                "As its maker says",
                "draft",
                id,
                "do",
                "propose");
        assertThat(again.headers().firstValue("Location").orElse("")).endsWith(id);
        // What the reviewer asked for is still there.
        assertThat(ann.get("/edit/changes/" + id + "?lang=en").body())
                .contains("ann wrote:", "Name &lt;i&gt;who&lt;/i&gt; says so");
        assertThat(Files.readString(folder.resolve("var/drafts/drafts.jsonl"))).doesNotContain("junk");
        assertThat(answer(ann, id, "refuse", "It is known as it is").statusCode())
                .isEqualTo(303);
        assertThat(bob.get("/edit/changes?lang=en").body()).contains("Refused", "As its maker says");
        assertThat(answer(bob, id, "withdraw", "").statusCode()).isEqualTo(303);
        assertThat(label(2)).isEqualTo("Technique 2 zilver");
    }

    @Test
    void whatNoLongerFitsGoesBackWithWhy() {
        String first = proposed(bob, 3, "Third technique", "propose");
        String second = proposed(cas, 3, "Technique of the third kind", "propose");
        assertThat(answer(ann, first, "approve", "").statusCode()).isEqualTo(303);
        HttpResponse<String> late = answer(ann, second, "approve", "");
        assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
        assertThat(late.body()).contains("Back with its author");
        assertThat(label(3)).isEqualTo("Third technique");
        String opened =
                cas.get("/edit/technique/technique-3?lang=en&draft=" + second).body();
        assertThat(opened).contains("Somebody else has changed this thing", "value=\"Technique of the third kind\"");
    }

    @Test
    void nobodyPublishesHisOwn() {
        String id = proposed(ann, 5, "Fifth technique", "save");
        assertThat(label(5)).isEqualTo("Technique 5 zilver");
        assertThat(ann.get("/edit/changes/" + id + "?lang=en").body())
                .contains("Nobody publishes a change of their own here")
                .doesNotContain("Approve and publish");
        HttpResponse<String> own = answer(ann, id, "approve", "");
        assertThat(own.statusCode()).isEqualTo(403);
        String patch = "D <https://w3id.org/werkgraaf/id/technique/technique-5>"
                + " <http://www.w3.org/2004/02/skos/core#altLabel> \"werkwijze 5 zilver\"@nl .\n";
        String token = "Bearer "
                + accounts.addToken("ann", "test", Role.CURATOR.rights(), 1).secret();
        assertThat(new Service(port)
                        .post("/admin/changes?reason=x", "application/rdf-patch", patch, "Authorization", token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(answer(dia, id, "approve", "").statusCode()).isEqualTo(303);
        assertThat(label(5)).isEqualTo("Fifth technique");
    }

    @Test
    void whatIsKeptForLaterIsItsAuthorsAlone() {
        String id = proposed(bob, 6, "Sixth technique", "draft");
        assertThat(ann.get("/edit/changes/" + id).statusCode()).isEqualTo(404);
        assertThat(ann.get("/edit/changes?lang=en").body()).doesNotContain(id);
        assertThat(bob.get("/edit/changes?lang=en").body()).contains(id, "Being worked on");
    }

    @Test
    void twoWhoEditOneThingSeeIt() {
        assertThat(bob.get("/edit/technique/technique-9?lang=en").body()).doesNotContain("form open too");
        assertThat(ann.get("/edit/technique/technique-9?lang=en").body()).contains("bob has this form open too");
    }

    @Test
    void programsDoTheSame() {
        Service service = new Service(port);
        String contributor = "Bearer "
                + accounts.addToken("bob", "a", Role.CONTRIBUTOR.rights(), 1).secret();
        String curator = "Bearer "
                + accounts.addToken("ann", "b", Role.CURATOR.rights(), 1).secret();
        String patch = "D <https://w3id.org/werkgraaf/id/technique/technique-7>"
                + " <http://www.w3.org/2004/02/skos/core#altLabel> \"werkwijze 7 zilver\"@nl .\n"
                + "A <https://w3id.org/werkgraaf/id/technique/technique-7>"
                + " <http://www.w3.org/2004/02/skos/core#altLabel> \"zevende\"@nl .\n";
        HttpResponse<String> sent = service.post(
                "/admin/drafts?reason=Usage&lang=en", "application/rdf-patch", patch, "Authorization", contributor);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        JsonNode draft = Service.json(sent);
        assertThat(draft.at("/state").asString()).isEqualTo("proposed");
        assertThat(draft.at("/changes/0/text").asString()).contains("zevende");
        String path = "/admin/drafts/" + draft.at("/id").asString();
        HttpResponse<String> own =
                service.post(path + "/answer?state=published", "text/plain", "", "Authorization", contributor);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(service.get(path).statusCode()).isEqualTo(401);
        assertThat(service.json("/admin/drafts?state=proposed", "Authorization", curator)
                        .toString())
                .contains(draft.at("/id").asString());
        assertThat(service.get("/admin/drafts?state=lost", "Authorization", curator)
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.post(path + "/answer?state=published", "text/plain", "", "Authorization", curator)
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.post(path + "/answer?state=published&seen=0", "text/plain", "", "Authorization", curator)
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> published = service.post(
                path + "/answer?state=published&seen=" + draft.at("/digest").asString(),
                "text/plain",
                "",
                "Authorization",
                curator);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        String change = Service.json(published).at("/change").asString();
        assertThat(change).isNotEmpty();
        HttpResponse<String> back = service.post(
                "/admin/drafts?reason=Back&revert=" + change, "text/plain", "", "Authorization", contributor);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
        HttpResponse<String> again = service.post(
                "/admin/drafts/" + Service.json(back).at("/id").asString() + "/answer?state=published&seen="
                        + Service.json(back).at("/digest").asString(),
                "text/plain",
                "",
                "Authorization",
                curator);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(service.get("/id/technique/technique-7?lang=nl", "Accept", "text/html")
                        .body())
                .contains("werkwijze 7 zilver");
    }

    @Test
    void whatIsPublishedIsWhatWasLookedAt() {
        String id = proposed(bob, 6, "Sixth technique", "propose");
        String looked = ann.get("/edit/changes/" + id + "?lang=en").body();
        String form = "/edit/technique/technique-6?draft=" + id;
        HttpResponse<String> anew = send(
                bob,
                form,
                "/edit/technique/technique-6",
                "draft",
                id,
                "t.prefLabel.en",
                "Something else",
                "reason",
                "Better known",
                "do",
                "propose");
        assertThat(anew.headers().firstValue("Location").orElse("")).contains(id);
        HttpResponse<String> late = answer(ann, id, "approve", "", looked);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
        assertThat(label(6)).isEqualTo("Technique 6 zilver");
        assertThat(answer(ann, id, "approve", "").statusCode()).isEqualTo(303);
        assertThat(label(6)).isEqualTo("Something else");
    }

    private static String patch(String header, String subject, String name) {
        return header + "A <https://w3id.org/werkgraaf/id/technique/" + subject
                + "> <http://www.w3.org/2004/02/skos/core#altLabel> \"" + name + "\"@nl .\n";
    }

    private String token(String who, Role role) {
        return "Bearer " + accounts.addToken(who, "t", role.rights(), 1).secret();
    }

    /** Nobody but the service says who approved, and a reason of full length can be approved. */
    @Test
    void whoApprovedIsNoMatterOfWords() {
        Service service = new Service(port);
        String reason = "Asked for (approved by dia) " + "x".repeat(1972);
        HttpResponse<String> sent = service.post(
                "/admin/drafts",
                "application/rdf-patch",
                patch("H approver \"dia\" .\nH reason \"" + reason + "\" .\n", "technique-10", "tiende"),
                "Authorization",
                token("bob", Role.CONTRIBUTOR));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(answer(ann, Service.json(sent).at("/id").asString(), "approve", "")
                        .statusCode())
                .isEqualTo(303);
        JsonNode change =
                service.json("/id/technique/technique-10/history.json").at("/changes/0");
        assertThat(change.at("/author").asString()).isEqualTo("bob");
        assertThat(change.at("/approver").asString()).isEqualTo("ann");
        assertThat(change.at("/reason").asString()).isEqualTo(reason);
        assertThat(service.get("/id/technique/technique-10/history.md?lang=en").body())
                .contains("Approved by ann");
    }

    /** What is wrong with the content is not for the author of a change to mend. */
    @Test
    void itGoesOnWaitingWhenTheContentCannotBeLoaded() throws IOException {
        String id = proposed(bob, 11, "Eleventh technique", "propose");
        Path file = folder.resolve("content/data/entities/broken.ttl");
        Files.writeString(file, "this is no Turtle");
        try {
            HttpResponse<String> answer = answer(ann, id, "approve", "");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("broken.ttl");
        } finally {
            Files.delete(file);
        }
        assertThat(ann.get("/edit/changes/" + id + "?lang=en").body()).contains("Approve and publish");
        assertThat(answer(ann, id, "approve", "").statusCode()).isEqualTo(303);
        assertThat(label(11)).isEqualTo("Eleventh technique");
    }

    @Test
    void charactersThatNobodySeesAreNamed() {
        Service service = new Service(port);
        HttpResponse<String> sent = service.post(
                "/admin/drafts?reason=x",
                "application/rdf-patch",
                patch("", "technique-12", "a\\u0001b"),
                "Authorization",
                token("bob", Role.CONTRIBUTOR));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(400);
        assertThat(Service.json(sent).at("/detail").asString()).contains("altLabel", "U+0001");
        String form = "/edit/technique/technique-12";
        HttpResponse<String> kept =
                send(bob, form, form, "t.prefLabel.en", "Twelfth\u0000", "reason", "x", "do", "draft");
        assertThat(kept.statusCode()).isEqualTo(400);
        assertThat(kept.body()).contains("U+0000");
        String id = proposed(bob, 12, "Twelfth technique", "propose");
        assertThat(answer(ann, id, "return", "No\u000bway").statusCode()).isEqualTo(400);
        assertThat(answer(bob, id, "withdraw", "").statusCode()).isEqualTo(303);
    }

    @Test
    void whatWasWithdrawnHasNoForm() {
        Service service = new Service(port);
        String merge = "/admin/changes/merge?from=risk/strain&into=risk/work-stress&reason=One&author=Ann";
        assertThat(service.post(merge, "application/rdf-patch", "", "Authorization", "Bearer secret")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> gone = bob.get("/edit/risk/strain?lang=en");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body())
                .contains("Strain was withdrawn", "href=\"/edit/risk/work-stress\"", "/id/risk/strain/history")
                .doesNotContain("t.prefLabel");
        HttpResponse<String> sent = send(
                bob, "/edit/risk/work-stress", "/edit/risk/strain", "t.prefLabel.en", "X", "reason", "x", "do", "look");
        assertThat(sent.statusCode()).isEqualTo(410);
    }

    /** Both would keep all of the content in memory. */
    @Test
    void aLookWaitsForAPublicationAndNotForEver() {
        String id = proposed(bob, 4, "Fourth technique", "propose");
        HttpResponse<String> busy = publisher.alone(() ->
                CompletableFuture.supplyAsync(() -> answer(ann, id, "look", "")).join());
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).contains("30");
        assertThat(busy.body()).contains("werkgraaf.edit.wait-seconds-max");
        assertThat(answer(ann, id, "look", "").statusCode()).isEqualTo(200);
        assertThat(answer(bob, id, "withdraw", "").statusCode()).isEqualTo(303);
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        String id = proposed(bob, 8, "Eighth technique", "propose");
        HttpResponse<String> forged = ann.post(
                "/edit/changes/" + id + "/answer",
                List.of("do", "approve"),
                "Accept",
                "text/html",
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(forged.statusCode()).isEqualTo(200);
        assertThat(label(8)).isEqualTo("Technique 8 zilver");
        HttpResponse<String> carried = ann.form(
                "/login",
                "/login",
                "name",
                "ann",
                "password",
                PASSWORD,
                "carry-to",
                "/edit/changes/" + id + "/answer",
                "carry.do",
                "approve",
                "carry.words",
                "Name the page");
        // What was filled in is shown again, and nothing is done with it.
        assertThat(carried.statusCode()).isEqualTo(200);
        assertThat(carried.body()).contains("Name the page", "Eighth technique");
        assertThat(label(8)).isEqualTo("Technique 8 zilver");
    }

    @Test
    void whoComesWhileItIsCheckedIsTold() {
        String id = proposed(bob, 9, "Ninth technique", "propose");
        Drafts open = drafts.getObject();
        DraftChange draft = open.find(id).orElseThrow();
        open.take(id, draft.digest());
        try {
            assertThat(dia.get("/edit/changes?lang=en").body()).contains("Is being checked and published");
            assertThat(dia.get("/edit/changes/" + id + "?lang=en").body())
                    .contains("Look at this page again in a minute")
                    .doesNotContain("value=\"approve\"", "value=\"return\"");
            assertThat(bob.get("/edit/changes/" + id + "?lang=en").body()).doesNotContain("value=\"withdraw\"");
        } finally {
            open.letGo(id);
        }
        assertThat(dia.get("/edit/changes/" + id + "?lang=en").body())
                .contains("value=\"approve\"")
                .doesNotContain("Look at this page again in a minute");
    }

    @Test
    void aButtonThatNoFormHasDoesNothing() {
        String form = "/edit/technique/technique-10";
        HttpResponse<String> answer =
                send(bob, form, form, "t.prefLabel.en", "Tenth", "reason", "Known so", "do", "publish");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("publish", "look, save, propose");
        assertThat(bob.get("/edit/changes?lang=en").body()).doesNotContain("Known so");
    }
}
