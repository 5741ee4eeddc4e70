package org.werkgraaf.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;

/** The ways that readers go through the pages, in a real browser. Screenshots are left in target/screenshots. */
@PackagedServiceTest
class JourneysTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String CASE = "/id/case/cnil-amazon-france-logistique";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void launch() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), "There is no " + CHROMIUM + ": the browser tests are skipped.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() {
        open(new Browser.NewContextOptions().setLocale("nl-NL"));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void goesFromAHunchToAQuotableFact() {
        page.navigate("/");
        page.getByLabel("Waar wilt u meer over weten?").fill("boete amazon frankrijk");
        page.keyboard().press("Enter");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Zaak").setExact(false))
                .first()
                .click();
        assertThat(page.locator(".chosen")).containsText("Zaak");
        page.locator(".cards a[href='" + CASE + "']").click();
        assertThat(page.locator("h1")).containsText("Amazon");
        Locator amounts = page.locator(".relation", new Page.LocatorOptions().setHasText("32.000.000"));
        assertThat(amounts.first()).containsText("35.000.000");
        assertThat(amounts.first()).containsText("onjuist of achterhaald");
        assertThat(amounts.first()).containsText("De onzichtbare manager");
        page.goBack();
        assertThat(page).hasURL(Pattern.compile(".*/search.*type=Case.*"));
    }

    @Test
    void downloadsTheThingInEachFormat() {
        page.navigate(CASE);
        for (String format : List.of("JSON", "JSON-LD", "Turtle", "RDF/XML", "N-Triples")) {
            String address = page.locator(".formats")
                    .getByText(format, new Locator.GetByTextOptions().setExact(true))
                    .getAttribute("href");
            assertThat(context.request()
                            .get("http://localhost:" + port + address)
                            .status())
                    .as(format)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void speaksThreeLanguagesAndRemembersTheChoice(String lang) {
        page.navigate("/?lang=" + lang);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
        page.navigate("/search?q=amazon");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
        page.navigate(CASE);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
    }

    @Test
    void worksWithoutJavaScript() {
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("nl-NL"));
        page.navigate("/search?q=vingerafdruk");
        assertThat(page.locator(".cards .card").first()).isVisible();
        page.locator(".facet a").first().click();
        assertThat(page.locator(".chosen a").first()).isVisible();
        page.locator(".chosen a").first().click();
        assertThat(page.locator(".chosen")).hasCount(0);
    }

    @Test
    void pagesThroughAllResults() {
        page.navigate("/search?type=Provision");
        String first = page.locator(".cards h2").first().textContent();
        page.locator(".pages .next").click();
        assertThat(page.locator(".cards h2").first()).not().hasText(first);
    }

    @Test
    void helpsWhenNothingIsFound() {
        page.navigate("/search?q=manfield&type=Technique&jurisdiction=NL");
        assertThat(page.locator(".nothing")).isVisible();
        shoot("search-nothing");
        page.locator(".ways-out a").first().click();
        assertThat(page.locator(".cards .card").first()).isVisible();
        page.navigate("/search?q=vingerafxyzqw");
        assertThat(page.locator(".nothing .ways-out")).containsText("ingerafdruk");
    }

    @Test
    void saysWhenItSearchedForAnotherSpelling() {
        page.navigate("/search?q=gezichtsherkening");
        assertThat(page.locator(".wording")).containsText("gezichtsherkenning");
        assertThat(page.locator(".cards")).containsText("ezichtsherkenning");
        shoot("search-spelling");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=amazon"})
    void completesNamesWhileTyping(String address) {
        page.navigate(address);
        Locator box = page.locator("input[type=search]").first();
        box.fill("");
        box.pressSequentially("vingeraf");
        Locator names = page.getByRole(AriaRole.OPTION);
        assertThat(names.first()).containsText("Vingerafdruk");
        shoot("completion" + address.replaceAll("[^a-z]+", "-"));
        page.keyboard().press("ArrowDown");
        assertThat(names.first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Escape");
        assertThat(names).hasCount(0);
        page.keyboard().press("ArrowDown");
        assertThat(names.first()).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/id/.*fingerprint.*"));
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private void open(Browser.NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        String origin = "http://localhost:" + port;
        context = browser.newContext(options.setBaseURL(origin));
        page = context.newPage();
        page.onRequest(request ->
                assertThat(request.url()).as("a page asks only its own service").startsWith(origin));
        // A browser reports each answer that is not 200 as an error of its own.
        page.onConsoleMessage(message -> assertThat(
                        message.type().equals("error") && !message.text().startsWith("Failed to load resource"))
                .as(message.text())
                .isFalse());
    }
}
