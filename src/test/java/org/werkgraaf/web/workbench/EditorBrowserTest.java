package org.werkgraaf.web.workbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.browser.Barriers;
import org.werkgraaf.browser.Chromium;
import org.werkgraaf.browser.Screenshots;
import tools.jackson.databind.JsonNode;

/** The SPARQL editor in a real browser. Screenshots are left in target/screenshots. */
@PackagedServiceTest
class EditorBrowserTest {
    private static final String WG = "PREFIX wg: <https://w3id.org/werkgraaf/ontology#>\n";
    private static final String CASES = WG
            + "SELECT ?case ?technique WHERE {\n  ?case a wg:Case ;\n    wg:concerns ?technique .\n}\nORDER BY ?case ?technique";
    private static final String TOUCHING_NAMES = """
            () => {
              const boxes = [...document.querySelectorAll('.network text')].map((each) => each.getBoundingClientRect());
              return boxes.filter((a, i) => boxes.some((b, j) => j < i && a.left < b.right - 1 && b.left < a.right - 1
                && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
            }""";

    private static final String COUNTS = WG
            + "SELECT ?technique (COUNT(?case) AS ?cases) WHERE { ?case wg:concerns ?technique }\nGROUP BY ?technique\nORDER BY DESC(?cases) ?technique\nLIMIT 10";
    private static final String TRIPLES = WG
            + "CONSTRUCT { ?case wg:concerns ?technique } WHERE { ?case a wg:Case ; wg:concerns ?technique } LIMIT 20";
    private static final String SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Test
    void coloursTheQuery() {
        Page page = opened(CASES);
        assertThat(page.locator(".cm-keyword", new Page.LocatorOptions().setHasText("SELECT")))
                .isVisible();
        String keyword = colour(page, ".cm-keyword");
        assertThat(keyword).isNotEqualTo(colour(page, ".cm-atom")).isNotEqualTo(colour(page, ".CodeMirror"));
    }

    @Test
    void completesClassesPropertiesAndThingsByDutchLabel() {
        Page page = opened(" ");
        clear(page);
        page.keyboard().type("SELECT * WHERE { ?zaak a zaa");
        choose(page, "Zaak");
        page.keyboard().type(" ; opgelegd");
        choose(page, "opgelegd bedrag");
        page.keyboard().type(" ?bedrag . ?zaak wg:concerns vingerafdrukreg");
        choose(page, "Vingerafdrukregistratie");
        page.keyboard().type(" }");
        assertThat(value(page))
                .contains("PREFIX wg: <https://w3id.org/werkgraaf/ontology#>")
                .contains("?zaak a wg:Case ; wg:amountImposed ?bedrag")
                .contains("wg:concerns <https://w3id.org/werkgraaf/id/technique/fingerprint-time-registration> }");
    }

    @Test
    void completesInTheLanguageOfThePage() {
        Page page = chromium.page();
        page.navigate("/sparql-editor?lang=fr&query=+");
        clear(page);
        page.keyboard().type("SELECT * WHERE { ?x a affai");
        assertThat(page.locator(".CodeMirror-hint").first()).containsText("Affaire");
        page.keyboard().press("Escape");
    }

    @Test
    void addsAPrefixAsSoonAsItIsWritten() {
        Page page = opened(" ");
        clear(page);
        page.keyboard().type("SELECT * WHERE { ?x skos:");
        page.keyboard().press("Escape");
        assertThat(value(page)).startsWith("PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n");
    }

    @Test
    void pointsOutAnUnknownPropertyWithTheNearestNameBeforeTheQueryRuns() {
        Page page = opened(WG + "SELECT * WHERE {\n  ?x wg:amountImposd ?y .\n}");
        Locator notice = page.locator(".editor-notice");
        assertThat(notice).containsText("Regel 3, teken 6");
        assertThat(notice).containsText("geen eigenschap wg:amountImposd");
        assertThat(notice).containsText("Bedoelde u wg:amountImposed (opgelegd bedrag)?");
        assertThat(page.locator(".editor-wrong")).hasText("wg:amountImposd");
        assertThat(chromium.requests().stream().filter(url -> url.endsWith("/sparql")))
                .isEmpty();
        notice.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Maak er"))
                .click();
        assertThat(notice).hasCount(0);
        assertThat(value(page)).contains("?x wg:amountImposed ?y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?x a wg:Zaak . | geen klasse wg:Zaak | wg:Case",
                "?x a wg:Norm . | kent de klasse wg:Norm | er staat nog niets in",
                "?x skos:prefLabl ?y . | geen eigenschap skos:prefLabl | skos:prefLabel",
                "?x wg:concerns/wg:labell ?y . | geen eigenschap wg:labell | Bedoelde u",
                "?x foo:bar ?y . | voorvoegsel foo: is niet bekend | PREFIX foo:",
                "?x wg:concerns ?y ?z . | ‘?z’ past hier niet | Hier kan staan",
                "?x wg:zoiets ?y . | geen eigenschap wg:zoiets | Ctrl+spatie",
                "?x wg:concerns id:technique/keylogging . | id:technique\\/keylogging | Maak er",
                "?x skos:prefLabel 'zaak . | Het aanhalingsteken ' | niet gesloten",
                "OPTIONL { ?x a ?y } | ‘OPTIONL’ past hier niet | Bedoelde u OPTIONAL?"
            })
    void saysWhatCannotWork(String pattern, String said, String hint) {
        Page page = opened(WG
                + "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nPREFIX id: <https://w3id.org/werkgraaf/id/>\nSELECT * WHERE {\n  "
                + pattern + "\n}");
        assertThat(page.locator("#notices")).containsText(said);
        assertThat(page.locator("#notices")).containsText(hint);
    }

    @Test
    void saysThatTheGraphIsOnlyRead() {
        Page page = opened("DELETE WHERE { ?s ?p ?o }");
        assertThat(page.locator("#notices")).containsText("alleen worden gelezen");
        run(page);
        assertThat(page.locator("#problem")).containsText("Begin met SELECT");
    }

    @Test
    void findsNothingWrongWithAnySavedQuestion() {
        Page page = opened("ASK {}");
        ready(page);
        // The editor looks a while after the last letter was typed; here it looks at once.
        page.evaluate("() => { const later = window.setTimeout;"
                + " window.setTimeout = (what, millis) => millis === 500 ? (what(), 0) : later(what, millis); }");
        assertThat(notices(page, WG + "SELECT * WHERE { ?x wg:amountImposd ?y }"))
                .contains("wg:amountImposd");
        for (JsonNode question : new Service(port).json("/api/v1/questions").get("questions")) {
            String name = question.get("name").asString();
            String html = new Service(port)
                    .get("/sparql-editor?lang=nl&question=" + name, "Accept", "text/html")
                    .body();
            String query = Jsoup.parse(html).expectFirst("#query").wholeText();
            assertThat(query).as(name).contains("SELECT");
            assertThat(notices(page, query)).as(name).isBlank();
        }
        assertThat(notices(page, WG + "SELECT * WHERE { ?x wg:amountImposd ?y }"))
                .contains("wg:amountImposd");
    }

    @Test
    void runsAnExampleAndShowsLabelsThatLinkToPages() {
        Page page = opened("ASK {}");
        page.getByLabel("Zoek een voorbeeld").fill("boete techniek");
        Locator example = page.locator(
                ".example-topic li:visible a",
                new Page.LocatorOptions().setHasText("Voor welke technieken werd hoeveel boete opgelegd?"));
        example.click();
        assertThat(page).hasURL(Pattern.compile("question=fines-by-technique"));
        ready(page);
        run(page);
        assertThat(page.locator("#status")).containsText("Rijen:");
        Locator link = page.locator(".answer tbody a").first();
        assertThat(link).hasAttribute("href", Pattern.compile("^/id/technique/"));
        assertThat(page.locator(".answer tbody a[title^='id:technique/']").first())
                .isVisible();
        assertThat(page.locator(".answer tbody td.number").first()).isVisible();
        link.click();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/id/technique/"));
        page.goBack();
        assertThat(page.locator(".cm-keyword").first()).isVisible();
    }

    @Test
    void tellsWhereAQueryIsWrongInPlainWords() {
        Page page = opened(WG + "SELECT * WHERE {\n  ?x wg:concerns ?y\n  ?y a ?z .\n");
        run(page);
        Locator problem = page.locator("#problem");
        assertThat(problem).containsText("geen geldige SPARQL: regel 4, teken");
        assertThat(problem).containsText("eind van regel 3 een punt");
        assertThat(page.locator(".editor-wrong").last()).hasText("?y");
        problem.locator("summary").click();
        assertThat(problem).containsText("line 4, column");
        page.evaluate(editor("setValue('SELECT * WHERE {\\n  ?a ?b ?c .\\n')"));
        run(page);
        assertThat(problem).containsText("Er ontbreekt een }: de { op regel 1");
        page.evaluate(editor("setValue('SELECT ?a (COUNT(*) AS ?n) WHERE { ?a ?b ?c } GROUP BY ?b')"));
        run(page);
        assertThat(problem).containsText("?a staat in SELECT, maar niet in GROUP BY");
    }

    @Test
    void stopsAQueryThatRuns() {
        Page page = opened(SLOW);
        page.locator("#run").click();
        Locator stop = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stoppen"));
        assertThat(page.locator("#status")).containsText("Bezig");
        Response ended = page.waitForResponse(response -> response.url().contains("/running-queries/"), stop::click);
        assertThat(ended.status()).isEqualTo(204);
        assertThat(page.locator("#status")).hasText("Gestopt.");
        assertThat(stop).not().isVisible();
        page.evaluate(editor("setValue('ASK { ?s ?p ?o }')"));
        run(page);
        assertThat(page.locator(".editor-boolean")).hasText("Ja");
    }

    @Test
    void saysThatAnAnswerIsCut() {
        Page page = opened("SELECT * WHERE { ?s ?p ?o }");
        run(page);
        assertThat(page.locator(".editor-cut")).containsText("rows=10000");
        Locator more = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("rijen meer"));
        more.click();
        assertThat(page.locator(".answer tbody tr")).hasCount(400);
    }

    @ParameterizedTest
    @CsvSource({"CSV, csv", "JSON, json", "TSV, tsv"})
    void givesTheRowsAsAFile(String button, String format) throws IOException {
        Page page = opened(COUNTS);
        run(page);
        assertThat(file(page, button, "werkgraaf-technique-cases." + format)).isEqualTo(direct(COUNTS, format));
    }

    @ParameterizedTest
    @CsvSource({"Turtle, ttl", "JSON-LD, jsonld", "N-Triples, nt"})
    void givesTriplesAsAFile(String button, String format) throws IOException {
        Page page = opened(TRIPLES);
        run(page);
        assertThat(page.locator("#status")).containsText("Uitspraken: 20");
        assertThat(file(page, button, "werkgraaf-triples." + format))
                .isEqualTo(direct(TRIPLES, format))
                .contains("concerns");
    }

    @Test
    void showsTermsOfTheOntologyByLabelAndOthersByName() {
        Page page = opened("DESCRIBE <https://w3id.org/werkgraaf/id/case/cnil-amazon-france-logistique>");
        run(page);
        Locator cells = page.locator(".answer tbody td:nth-child(2)");
        assertThat(cells.filter(new Locator.FilterOptions().setHasText("gaat over"))
                        .first()
                        .locator("[title]"))
                .hasAttribute("title", "wg:concerns");
        assertThat(cells.filter(new Locator.FilterOptions().setHasText("prefLabel"))
                        .first())
                .hasText("skos:prefLabel");
    }

    @Test
    void drawsAChart() {
        Page page = opened(COUNTS);
        run(page);
        view(page, "Grafiek").click();
        assertThat(page.locator(".chart .bar")).hasCount(10);
        String first = page.locator(".chart .bar-value").first().textContent();
        view(page, "Tabel").click();
        assertThat(page.locator(".answer td.number").first()).hasText(first);
    }

    @Test
    void drawsANetworkOfThingsThatLinkToTheirPages() {
        Page page = opened(TRIPLES);
        run(page);
        view(page, "Netwerk").click();
        page.locator(".network line").first().waitFor();
        // What is joined with nothing else is told in a number.
        Locator note = page.locator(".network .chart-note");
        int loose = note.count() == 0
                ? 0
                : Integer.parseInt(note.first().textContent().replaceAll("\\D", ""));
        assertEquals(20, page.locator(".network line").count() + loose);
        assertThat(page.locator(".network a[href^='/id/case/']").first()).isVisible();
        assertThat(page.locator(".network a[href^='/id/case/'] circle.mark-Case")
                        .first())
                .isVisible();
        assertThat(page.locator(".network-kinds li")).not().hasCount(0);
        assertThat(page.locator(".network-kinds")).containsText("Zaak");
        assertEquals(0, (int) page.evaluate(TOUCHING_NAMES));
        view(page, "Turtle").click();
        assertThat(page.locator("#view pre")).containsText("wg:concerns");
    }

    @Test
    void opensALinkToAQueryAgain() {
        Page page = opened("ASK {}");
        page.evaluate(editor("setValue('ASK { <urn:a&b=c> ?p \"ü#+%\" }')"));
        Locator share = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Link naar deze vraag"));
        assertThat(share).hasAttribute("href", Pattern.compile("urn%3Aa%26b"));
        Page other = chromium.page();
        other.navigate(share.getAttribute("href"));
        assertThat(other.locator(".CodeMirror")).isVisible();
        assertThat(value(other)).isEqualTo("ASK { <urn:a&b=c> ?p \"ü#+%\" }");
        page.reload();
        assertThat(page.locator(".CodeMirror")).isVisible();
        assertThat(value(page)).isEqualTo("ASK { <urn:a&b=c> ?p \"ü#+%\" }");
        page.locator(".languages a[hreflang=fr]").click();
        assertThat(page.locator("h1")).hasText("Éditeur SPARQL");
        assertThat(page.locator(".CodeMirror")).isVisible();
        assertThat(value(page)).isEqualTo("ASK { <urn:a&b=c> ?p \"ü#+%\" }");
    }

    @Test
    void showsTheSameInOtherLanguagesAndCopiesIt(@TempDir Path folder) throws IOException, InterruptedException {
        String query = COUNTS + " # it's \\ `here` ${x}";
        Page page = opened(query);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("#same summary").click();
        Locator code = page.locator("#same code");
        assertThat(code).containsText("curl '" + chromium.origin() + "/sparql'");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kopieer"))
                .click();
        assertThat(page.locator("#same [role=status]")).hasText("Gekopieerd");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(copied).isEqualTo(code.textContent());
        assertThat(output(folder, "bash", "-c", copied)).isEqualTo(direct(query, "csv"));
        way(page, "Python").click();
        Path script = Files.writeString(folder.resolve("ask.py"), code.textContent());
        assertThat(output(folder, "python3", script.toString()))
                .contains("complete: true")
                .contains("10 rows");
        way(page, "JavaScript").click();
        assertThat(page.evaluate(
                        "code => new Function(code.split('\\n\\n')[0] + '; return query')()", code.textContent()))
                .isEqualTo(query);
        page.evaluate(editor("setValue(" + quoted(TRIPLES) + ")"));
        assertThat(code).containsText("Accept: 'text/turtle'");
        way(page, "R").click();
        assertThat(code).containsText("library(httr2)");
    }

    @Test
    void worksWithTheKeyboardAlone() {
        Page page = opened(COUNTS);
        page.locator(".CodeMirror textarea").focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".answer tbody tr")).hasCount(10);
        page.locator(".CodeMirror textarea").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".CodeMirror textarea")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#run")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#share")).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#status")).containsText("Rijen: 10");
    }

    @Test
    void isAFormWithoutJavaScript() {
        Page page = chromium.pageWithoutScript("nl-NL");
        page.navigate("/sparql-editor?lang=nl&question=fines-by-year");
        assertThat(page.locator("#query")).isVisible();
        page.locator(".example-topic summary").nth(1).click();
        page.locator(".example-topic[open] li a").first().click();
        assertThat(page.locator("#query")).containsText("SELECT");
        page.locator("#run").click();
        assertThat(page).hasURL(Pattern.compile("/sparql\\?query="));
        assertThat(page.locator("body")).containsText("\"bindings\"");
    }

    @Test
    void leadsBrowsersFromTheEndpointAndTheQuestionsToTheEditor() {
        Page page = chromium.page();
        page.navigate("/sparql");
        assertThat(page).hasURL(Pattern.compile("/sparql-editor"));
        page.navigate("/questions/fines-by-year?lang=nl");
        page.locator(".question-sparql summary").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open in de SPARQL-editor"))
                .click();
        assertThat(page.locator(".CodeMirror")).isVisible();
        assertThat(value(page)).contains("GROUP BY ?year");
    }

    @Test
    void hasNoBarrierInEitherTheme() {
        Page page = chromium.page();
        page.navigate("/sparql-editor?lang=nl&query=" + encode(COUNTS.replace("wg:concerns", "wg:concern")));
        assertThat(page.locator(".editor-notice")).isVisible();
        check(page, "notice");
        page.evaluate(editor("setValue(" + quoted(COUNTS) + ")"));
        run(page);
        page.locator("#same summary").click();
        check(page, "table");
        view(page, "Grafiek").click();
        assertThat(page.locator(".chart .bar").first()).isVisible();
        check(page, "chart");
        page.evaluate(editor("setValue(" + quoted(TRIPLES) + ")"));
        run(page);
        view(page, "Netwerk").click();
        assertThat(page.locator(".network circle").first()).isVisible();
        check(page, "network");
        clear(page);
        page.keyboard().type("SELECT * WHERE { ?x a ");
        page.keyboard().type("r");
        assertThat(page.locator(".CodeMirror-hint").first()).isVisible();
        check(page, "completion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr"})
    void fitsAPhone(String lang) {
        Page page = Chromium.phone(chromium.page());
        page.navigate("/sparql-editor?lang=" + lang + "&query=" + encode(COUNTS.replace("wg:concerns", "wg:concern")));
        assertThat(page.locator(".editor-notice")).isVisible();
        assertThat(Chromium.width(page)).isLessThanOrEqualTo(360);
        page.evaluate(editor("setValue(" + quoted(COUNTS) + ")"));
        run(page);
        page.locator("#same summary").click();
        assertThat(Chromium.width(page)).isLessThanOrEqualTo(360);
        page.locator("#views button").nth(1).click();
        assertThat(page.locator(".chart .bar").first()).isVisible();
        Screenshots.take(page, "editor-phone-" + lang);
        assertThat(Chromium.width(page)).isLessThanOrEqualTo(360);
    }

    private Page opened(String query) {
        Page page = chromium.page();
        page.navigate("/sparql-editor?lang=nl&query=" + encode(query));
        assertThat(page.locator(".CodeMirror")).isVisible();
        return page;
    }

    private static void run(Page page) {
        page.locator("#run").click();
        assertThat(page.locator("#stop")).not().isVisible();
    }

    private static void choose(Page page, String label) {
        assertThat(page.locator(".CodeMirror-hint-active")).containsText(label);
        // A list for the letters before may still be on its way, and would open after the choice.
        assertThat(page.locator("#editor[data-idle]")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator(".CodeMirror-hints")).hasCount(0);
    }

    private static void clear(Page page) {
        ready(page);
        page.evaluate(editor("setValue('')"));
        page.locator(".CodeMirror textarea").focus();
    }

    /** The words of the graph are there, and the query was looked through. */
    private static void ready(Page page) {
        assertThat(page.locator("#editor[data-ready]")).isVisible();
    }

    private static Locator view(Page page, String name) {
        return page.locator("#views")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator way(Page page, String name) {
        return page.locator("#same")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String editor(String call) {
        return "document.querySelector('.CodeMirror').CodeMirror." + call;
    }

    /** What is told of a query as soon as it stands in the editor. */
    private static String notices(Page page, String query) {
        page.evaluate("text => " + editor("setValue(text)"), query);
        return page.locator("#notices").textContent();
    }

    private static String value(Page page) {
        return (String) page.evaluate(editor("getValue()"));
    }

    private static String quoted(String text) {
        return "`" + text + "`";
    }

    private static String colour(Page page, String selector) {
        return (String) page.evaluate("selector => getComputedStyle(document.querySelector(selector)).color", selector);
    }

    private static String file(Page page, String button, String name) throws IOException {
        Download download = page.waitForDownload(() -> page.locator("#downloads")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return Files.readString(download.path());
    }

    private String direct(String query, String format) {
        return new Service(port)
                .get("/sparql?format=" + format + "&query=" + encode(query))
                .body();
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return output;
    }

    private static void check(Page page, String name) {
        Screenshots.take(page, "editor-" + name);
        Barriers.noneInEitherTheme(page);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
