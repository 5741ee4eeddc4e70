package org.werkgraaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;

/** What holds of each kind of page: no barrier, no sideways scroll, little to load, nothing from elsewhere. */
@PackagedServiceTest
class EveryPageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    /** First load of a page as it goes over the wire. */
    private static final int BYTES_MAX = 150_000;
    /** These load a tool of their own on top. */
    private static final List<String> WITH_A_TOOL = List.of("/sparql-editor", "/docs");

    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.(css|js|svg)$");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    static List<String> pages() {
        return PageKinds.ALL;
    }

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no /usr/bin/chromium: browser tests are skipped");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNoBarrierInEitherTheme(String path) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Browser.NewContextOptions options = new Browser.NewContextOptions()
                    .setViewportSize(1280, 900)
                    .setColorScheme(theme)
                    // Only for the checker, which puts its script into the page.
                    .setBypassCSP(true);
            try (BrowserContext context = browser.newContext(options)) {
                Page page = context.newPage();
                page.navigate(url(path, "nl"));
                shoot(page, path, theme.toString().toLowerCase(Locale.ROOT));
                assertThat(width(page)).as("width at 1280").isLessThanOrEqualTo(1280);
                AxeResults results = new AxeBuilder(page).analyze();
                assertThat(results.getPasses()).isNotEmpty();
                assertThat(results.getViolations())
                        .as(() -> describe(results.getViolations()))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsAPhoneAndLoadsLittleAndOnlyFromHome(String path) {
        for (String lang : List.of("nl", "en", "fr")) {
            try (BrowserContext context =
                    browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740))) {
                List<String> requests = new ArrayList<>();
                context.onRequest(request -> requests.add(request.url()));
                Page page = context.newPage();
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.text().contains("Content Security Policy")) {
                        complaints.add(message.text());
                    }
                });
                page.navigate(url(path, lang));
                shoot(page, path, "phone-" + lang);
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
                assertThat(width(page)).as("width at 360 in " + lang).isLessThanOrEqualTo(360);
                assertThat(requests).allSatisfy(url -> assertThat(url).startsWith("http://localhost:" + port));
                assertThat(complaints).isEmpty();
                if (WITH_A_TOOL.stream().noneMatch(path::startsWith)) {
                    staysWithinTheBudget(page, requests);
                }
            }
        }
    }

    private void staysWithinTheBudget(Page page, List<String> requests) {
        assertThat(((Number) page.evaluate("performance.getEntriesByType('navigation')"
                                + ".concat(performance.getEntriesByType('resource'))"
                                + ".reduce((bytes, each) => bytes + each.encodedBodySize, 0)"))
                        .intValue())
                .as("bytes of the first load")
                .isPositive()
                .isLessThanOrEqualTo(BYTES_MAX);
        assertThat(requests.stream().filter(url -> url.endsWith(".css")))
                .as("style sheets")
                .hasSize(1);
        assertThat(requests.stream().filter(url -> url.contains("/assets/")))
                .as("files that a browser may keep")
                .allMatch(url -> HASHED.matcher(url).matches());
    }

    private static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    private static void shoot(Page page, String path, String how) {
        String name = path.equals("/") ? "home" : path.substring(1).replaceAll("[^a-zA-Z0-9]+", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + how + ".png"))
                .setFullPage(true));
    }

    private static String describe(List<Rule> rules) {
        StringBuilder text = new StringBuilder();
        rules.forEach(rule -> text.append(rule.getImpact())
                .append(' ')
                .append(rule.getId())
                .append(": ")
                .append(rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml())
                        .toList())
                .append('\n'));
        return text.toString();
    }

    private String url(String path, String lang) {
        return "http://localhost:" + port + path + (path.contains("?") ? "&" : "?") + "lang=" + lang;
    }
}
