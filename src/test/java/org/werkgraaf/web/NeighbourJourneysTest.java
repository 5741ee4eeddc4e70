package org.werkgraaf.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;

/** Law on a date, two countries side by side, and the surroundings of a thing, in a real browser. */
@PackagedServiceTest
class NeighbourJourneysTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String COUNTRIES = "/compare?lang=nl&things=jurisdiction/nl,jurisdiction/be";

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void launch() {
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
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void nothingWasRefused() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    @Test
    void readsTheLawOnADate() {
        Page page = page(new Browser.NewContextOptions().setLocale("nl-NL"));
        page.navigate(url("/id/technique/emotion-recognition?lang=nl"));
        page.locator("#as-of").fill("2024-01-01");
        page.locator(".as-of button").click();
        assertThat(page).hasURL(Pattern.compile("asOf=2024-01-01"));
        Locator marked =
                page.locator(".body a[href*='/id/provision/']:has(+ .standing)").first();
        marked.click();
        assertThat(page).hasURL(Pattern.compile("asOf=2024-01-01"));
        assertThat(page.locator(".as-of-not")).containsText("Nog niet van toepassing op 1 januari 2024");
        page.reload();
        assertThat(page.locator("#as-of")).hasValue("2024-01-01");
    }

    @Test
    void comparesTwoCountriesWithoutJavaScript() {
        Page page =
                page(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("nl-NL"));
        page.navigate(url("/compare?lang=nl&things=jurisdiction/nl"));
        page.locator("#add").fill("België");
        page.locator(".ask button").click();
        assertThat(page.locator(".chosen li")).hasCount(2);
        assertThat(page.locator(".sides")).containsText("verschilt");
        page.locator("table a[href*='/search?type=Case']").first().click();
        assertThat(page.locator(".card").first()).isVisible();
    }

    @Test
    void completesWhatIsToBeCompared() {
        Page page = page(new Browser.NewContextOptions().setLocale("nl-NL"));
        page.navigate(url("/compare?lang=nl&things=technique/keylogging"));
        page.locator("#add").pressSequentially("emotieherk");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("things=technique/keylogging,technique/emotion"));
    }

    @Test
    void unfoldsAndDownloadsTheSurroundingsByKeyboard() throws IOException {
        Page page = page(new Browser.NewContextOptions().setLocale("nl-NL"));
        page.navigate(url("/id/technique/keylogging?lang=nl"));
        page.locator(".around-drawing button").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".around-canvas")).isFocused();
        page.keyboard().press("ArrowDown");
        String chosen = page.locator(".around-drawing [role=status] strong").textContent();
        assertThat(chosen).isNotBlank();
        page.waitForResponse(
                response -> response.url().contains("/neighbours"),
                () -> page.keyboard().press("Enter"));
        for (String format : List.of("PNG", "SVG")) {
            Download download = page.waitForDownload(() -> {
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(format))
                        .focus();
                page.keyboard().press("Enter");
            });
            assertThat(download.suggestedFilename())
                    .isEqualTo("technique-keylogging." + format.toLowerCase(java.util.Locale.ROOT));
            assertThat(Files.size(download.path())).isGreaterThan(1000);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/around.png"))
                .setFullPage(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                COUNTRIES,
                "/compare?lang=nl",
                "/id/provision/ai-act-art-6-2?lang=nl&asOf=2024-01-01",
                "/?lang=nl"
            })
    void fitsAPhoneAndHasNoBarrierInBothThemes(String path) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = page(new Browser.NewContextOptions()
                    .setViewportSize(360, 740)
                    .setColorScheme(theme)
                    .setBypassCSP(true));
            page.navigate(url(path));
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(360);
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(path + " " + theme)
                    .isEmpty();
        }
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return context.newPage();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
