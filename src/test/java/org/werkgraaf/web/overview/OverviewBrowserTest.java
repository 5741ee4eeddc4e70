package org.werkgraaf.web.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;

/** The drawn pages in a browser: both themes, a desktop and a phone, on paper, and without JavaScript. */
@PackagedServiceTest
class OverviewBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static Playwright playwright;
    private static Browser browser;

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

    @ParameterizedTest
    @CsvSource({
        "timeline, /timeline",
        "timeline-close, /timeline?from=2025&to=2027&jurisdiction=eu",
        "matrix, /matrix",
        "matrix-law, /matrix?rows=technique&columns=instrument",
        "fines, /fines",
        "embed-timeline, /embed/timeline",
        "embed-matrix, /embed/matrix"
    })
    void areSoundInBothThemesAndOnAPhone(String name, String path) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 360)) {
                String what = name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
                try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setColorScheme(theme)
                        .setViewportSize(width, 900)
                        .setLocale("nl-NL"))) {
                    List<String> complaints = new ArrayList<>();
                    Page page = context.newPage();
                    page.onConsoleMessage(message -> complaints.add(message.text()));
                    page.navigate(url(path));
                    assertThat(complaints).as(what).isEmpty();
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", what + ".png")));
                    int wide = (int) page.evaluate("document.documentElement.scrollWidth");
                    assertThat(wide).as(what).isLessThanOrEqualTo(width);
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as(what)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theMatrixLeadsToACaseWithoutJavaScript() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
            Page page = context.newPage();
            page.navigate(url("/"));
            page.locator(".see-ways a", new Page.LocatorOptions().setHasText("Matrix"))
                    .click();
            page.locator("#see-columns").selectOption("jurisdiction");
            page.locator(".ask button").click();
            assertThat(page).hasURL(Pattern.compile("columns=jurisdiction"));
            Locator cell =
                    page.locator("td.cell-count a[href*='jurisdiction/nl']").first();
            String count = cell.locator("span").first().innerText();
            cell.click();
            assertThat(page).hasURL(Pattern.compile("/search\\?technique="));
            assertThat(page.locator("h1")).containsText(count);
            page.navigate(page.url() + "&type=Case");
            page.locator(".card h2 a").first().click();
            assertThat(page).hasURL(Pattern.compile("/id/case/"));
            page.goBack();
            assertThat(page).hasURL(Pattern.compile("/search"));
        }
    }

    @Test
    void theTimelineIsAListWithoutJavaScriptAndZooms() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
            Page page = context.newPage();
            page.navigate(url("/timeline"));
            int before = page.locator(".see-year li").count();
            page.locator(".see-zoom a", new Page.LocatorOptions().setHasText("this year and later"))
                    .click();
            assertThat(page.locator("h1")).hasText("Timeline");
            int after = page.locator(".see-year li").count();
            assertThat(after).isPositive().isLessThan(before);
            page.locator(".see-year li a").first().click();
            assertThat(page).hasURL(Pattern.compile("/id/"));
            page.goBack();
            page.locator(".timeline a:has(.dot)").first().click();
            assertThat(page).hasURL(Pattern.compile("/id/"));
        }
    }

    @Test
    void theMatrixScrollsByKeyboardOnAPhoneWithItsFirstColumnInSight() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("nl-NL"))) {
            Page page = context.newPage();
            page.navigate(url("/matrix"));
            Locator region = page.locator(".matrix-scroll");
            region.focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.waitForFunction("document.querySelector('.matrix-scroll').scrollLeft > 0");
            assertThat(page.locator(".matrix tbody th").first().boundingBox().x)
                    .isBetween(region.boundingBox().x - 1, region.boundingBox().x + 2);
        }
    }

    @Test
    void theMatrixFitsOnPaper() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1040, 900))) {
            Page page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate(url("/matrix?lang=nl"));
            assertThat(page.locator(".ask")).not().isVisible();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(1040);
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
