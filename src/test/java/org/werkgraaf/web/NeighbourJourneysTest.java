package org.werkgraaf.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.browser.Chromium;
import org.werkgraaf.browser.Screenshots;

/** Law on a date, two countries side by side, and the surroundings of a thing, in a real browser. */
@PackagedServiceTest
class NeighbourJourneysTest {
    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @Test
    void readsTheLawOnADate() {
        Page page = chromium.page();
        page.navigate("/id/technique/emotion-recognition?lang=nl");
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
        Page page = chromium.pageWithoutScript("nl-NL");
        page.navigate("/compare?lang=nl&things=jurisdiction/nl");
        page.locator("#add").fill("België");
        page.locator(".ask button").click();
        assertThat(page.locator(".chosen li")).hasCount(2);
        assertThat(page.locator(".sides")).containsText("verschilt");
        page.locator("table a[href*='/search?type=Case']").first().click();
        assertThat(page.locator(".card").first()).isVisible();
    }

    @Test
    void completesWhatIsToBeCompared() {
        Page page = chromium.page();
        page.navigate("/compare?lang=nl&things=technique/keylogging");
        page.locator("#add").pressSequentially("emotieherk");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("things=technique/keylogging,technique/emotion"));
    }

    @Test
    void unfoldsAndDownloadsTheSurroundingsByKeyboard() throws IOException {
        Page page = chromium.page();
        page.navigate("/id/technique/keylogging?lang=nl");
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
        Screenshots.take(page, "around");
    }
}
