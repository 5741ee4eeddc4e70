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
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** The journeys of readers, in a real browser. */
@PackagedServiceTest
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String CASE = "/id/case/cnil-amazon-france-logistique";

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no /usr/bin/chromium: browser tests are skipped");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Nothing may be asked of another site, and no page may break its own policy. */
    @AfterEach
    void stayedHome() {
        contexts.forEach(BrowserContext::close);
        assertThat(requests).allSatisfy(url -> assertThat(url).startsWith("http://localhost:" + port));
        assertThat(complaints).isEmpty();
    }

    @Test
    void leadsFromAQuestionToACaseItsSourcesAndItsData() {
        Page page = page(new Browser.NewContextOptions());
        page.navigate(url("/?lang=nl"));
        page.getByLabel("Waar wilt u meer over weten?").fill("amazon");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoek"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("gevonden voor");
        page.locator(".facet a", new Page.LocatorOptions().setHasText(Pattern.compile("^Zaak")))
                .click();
        assertThat(page).hasURL(Pattern.compile("type=Case"));
        assertThat(page.locator(".chosen")).containsText("Zaak");
        page.locator(".card h2 a", new Page.LocatorOptions().setHasText("CNIL: Amazon France Logistique"))
                .click();
        assertThat(page).hasURL(url(CASE));
        assertThat(page.locator(".disputed").last()).containsText("32.000.000");
        assertThat(page.locator("s .amount")).containsText("35.000.000");
        page.locator(".relation:not(.disputed) .cite").first().click();
        assertThat(page.locator(".places li:target")).isVisible();
        String turtle = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Turtle"))
                .getAttribute("href");
        assertThat(new Service(port).get(turtle).body()).contains("wg:amountImposed");
        page.goBack();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("type=Case"));
        page.locator(".chosen a").first().click();
        assertThat(page.locator(".chosen")).hasCount(0);
    }

    @Test
    void keepsTheLanguageThatIsChosen() {
        Page page = page(new Browser.NewContextOptions().setLocale("nl-NL"));
        page.navigate(url(CASE));
        assertThat(page.locator("html")).hasAttribute("lang", "nl");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("FR Français"))
                .click();
        assertThat(page.locator("#history")).hasText("Chronologie");
        page.locator(".brand").click();
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
    }

    @Test
    void worksWithTheKeyboardAlone() {
        Page page = page(new Browser.NewContextOptions().setLocale("nl-NL"));
        page.navigate(url("/"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        tabTo(page, page.locator("#q"));
        page.keyboard().type("vingerafdruk");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("vingerafdruk");
        tabTo(page, page.locator(".card a").first());
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/id/"));
        Locator cite = page.locator(".relation .cite").first();
        tabTo(page, cite);
        assertThat(cite.locator(".cite-full")).isInViewport();
        assertThat(cite.locator(".cite-full").boundingBox().height).isGreaterThan(10);
        page.keyboard().press("Enter");
        assertThat(page.locator(".places li:target")).isVisible();
    }

    @Test
    void worksWithoutJavaScript() {
        Page page =
                page(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"));
        page.navigate(url("/"));
        page.locator("#q").fill("amazon");
        page.locator(".big-search button").click();
        assertThat(page.locator(".card")).not().hasCount(0);
        page.locator(".facet a").first().click();
        assertThat(page.locator(".chosen")).isVisible();
        page.locator(".sorts a", new Page.LocatorOptions().setHasText("newest first"))
                .click();
        page.locator(".card h2 a").first().click();
        assertThat(page).hasURL(Pattern.compile("/id/"));
        page.locator(".sources summary").last().click();
        assertThat(page.locator(".sources details").last().locator(".places")).isVisible();
    }

    @Test
    void foldsTheFiltersOnAPhoneAndOpensThemOnADesk() {
        Page phone =
                page(new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("nl-NL"));
        phone.navigate(url("/search?q=amazon"));
        assertThat(phone.locator(".facet a").first()).not().isVisible();
        phone.locator(".facets-fold > summary").click();
        assertThat(phone.locator(".facet a").first()).isVisible();
        Page desk =
                page(new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("nl-NL"));
        desk.navigate(url("/search?q=amazon"));
        assertThat(desk.locator(".facet a").first()).isVisible();
        assertThat(desk.locator(".facets-fold > summary")).not().isVisible();
    }

    @Test
    void fitsWhenTextIsTwiceAsLarge() {
        Page page =
                page(new Browser.NewContextOptions().setViewportSize(640, 740).setBypassCSP(true));
        page.navigate(url(CASE + "?lang=nl"));
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("html { font-size: 200% }"));
        assertThat(width(page)).isLessThanOrEqualTo(640);
    }

    @Test
    void leadsAlongTheLineOfTimeByKeyboard() {
        Page page =
                page(new Browser.NewContextOptions().setViewportSize(360, 740).setJavaScriptEnabled(false));
        page.navigate(url(CASE + "?lang=nl"));
        Locator last = page.locator(".time-line a").last();
        tabTo(page, last);
        page.keyboard().press("Enter");
        assertThat(page.locator(".history li:target")).isInViewport();
        assertThat(page.locator(".history li:target")).containsText("15.000.000");
        // On a phone each step can be touched without touching its neighbour.
        List<Double> lefts = page.locator(".time-line circle").all().stream()
                .map(each -> each.boundingBox().x)
                .toList();
        for (int i = 1; i < lefts.size(); i++) {
            assertThat(lefts.get(i) - lefts.get(i - 1)).isGreaterThan(22);
        }
    }

    @Test
    void printsWhatTheSourcesSayAndLeavesOutTheRestOfTheAct() {
        Page page = page(new Browser.NewContextOptions());
        page.navigate(url("/id/provision/gdpr-art-22?lang=nl"));
        assertThat(page.locator(".sources .places").last()).not().isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".sources .places").last()).isVisible();
        assertThat(page.locator("details.contents")).not().isVisible();
        assertThat(page.locator(".brief")).isVisible();
    }

    @Test
    void drawsThePageOfTheApiWithinItsPolicy() {
        Page page = page(new Browser.NewContextOptions());
        page.navigate(url("/docs"));
        assertThat(page.locator(".opblock").first()).isVisible();
    }

    @Test
    void followsTheReadersColours() {
        Page light = page(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        Page dark = page(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        String colour = "getComputedStyle(document.body).backgroundColor";
        light.navigate(url("/"));
        dark.navigate(url("/"));
        assertThat(light.evaluate(colour)).isNotEqualTo(dark.evaluate(colour));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.onRequest(request -> requests.add(request.url()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return context.newPage();
    }

    private static void tabTo(Page page, Locator target) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            if (target.evaluate("element => element === document.activeElement").equals(true)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + target);
    }

    private static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
