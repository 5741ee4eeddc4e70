package org.werkgraaf.web.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.browser.Chromium;

/** The drawn pages in a browser: on a phone, on paper, and without JavaScript. */
@PackagedServiceTest
class OverviewBrowserTest {
    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @Test
    void theMatrixLeadsToACaseWithoutJavaScript() {
        Page page = chromium.pageWithoutScript("en-GB");
        page.navigate("/");
        page.locator(".see-ways a", new Page.LocatorOptions().setHasText("Matrix"))
                .click();
        page.locator("#see-columns").selectOption("jurisdiction");
        page.locator(".ask button").click();
        assertThat(page).hasURL(Pattern.compile("columns=jurisdiction"));
        // Of a technique on which Dutch courts ruled.
        Locator cell = page.locator("td.cell-count a[href*='biometric-identification'][href*='jurisdiction/nl']")
                .first();
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

    @Test
    void showsTheChoicesOfTheAddressOnAPageThatTheBrowserKept() {
        Page page = chromium.page();
        page.navigate("/matrix");
        Locator columns = page.locator("#see-columns");
        String chosen = columns.inputValue();
        columns.selectOption("jurisdiction");
        assertThat(columns).not().hasValue(chosen);
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        assertThat(columns).hasValue(chosen);
    }

    @Test
    void theTimelineIsAListWithoutJavaScriptAndZooms() {
        Page page = chromium.pageWithoutScript("en-GB");
        page.navigate("/timeline");
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

    @Test
    void theMatrixScrollsByKeyboardOnAPhoneWithItsFirstColumnInSight() {
        Page page = Chromium.phone(chromium.page());
        page.navigate("/matrix");
        Locator region = page.locator(".matrix-scroll");
        region.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        // waitForFunction would evaluate a string in the page, which the page's policy forbids
        page.waitForCondition(() -> (int) region.evaluate("e => Math.ceil(e.scrollLeft)") > 0);
        assertThat(page.locator(".matrix tbody th").first().boundingBox().x)
                .isBetween(region.boundingBox().x - 1, region.boundingBox().x + 2);
    }

    @Test
    void theMatrixFitsOnPaper() {
        Page page = chromium.page();
        page.setViewportSize(1040, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.navigate("/matrix?lang=nl");
        assertThat(page.locator(".ask")).not().isVisible();
        assertThat(Chromium.width(page)).isLessThanOrEqualTo(1040);
    }
}
