package org.werkgraaf.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.browser.Chromium;

/** The journeys of readers, in a real browser. */
@PackagedServiceTest
class BrowserTest {
    private static final String CASE = "/id/case/cnil-amazon-france-logistique";

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @Test
    void leadsFromAQuestionToACaseItsSourcesAndItsData() {
        Page page = chromium.page();
        page.navigate("/?lang=nl");
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
        assertThat(page).hasURL(CASE);
        assertThat(page.locator(".disputed").last()).containsText("32.000.000");
        assertThat(page.locator("s .amount")).containsText("35.000.000");
        page.locator(".relation:not(.disputed) .cite").first().click();
        assertThat(page.locator(".places li:target")).isVisible();
        String turtle = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Turtle"))
                .getAttribute("href");
        assertThat(page.request().get(turtle).text()).contains("wg:amountImposed");
        page.goBack();
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("type=Case"));
        page.locator(".chosen a").first().click();
        assertThat(page.locator(".chosen")).hasCount(0);
    }

    @Test
    void keepsTheLanguageThatIsChosen() {
        Page page = chromium.page();
        page.navigate(CASE);
        assertThat(page.locator("html")).hasAttribute("lang", "nl");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("FR Français"))
                .click();
        assertThat(page.locator("#history")).hasText("Chronologie");
        page.locator(".brand").click();
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
    }

    @Test
    void worksWithTheKeyboardAlone() {
        Page page = chromium.page();
        page.navigate("/");
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
        Page page = chromium.pageWithoutScript("en-GB");
        page.navigate("/");
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
        Page phone = Chromium.phone(chromium.page());
        phone.navigate("/search?q=amazon");
        assertThat(phone.locator(".facet a").first()).not().isVisible();
        phone.locator(".facets-fold > summary").click();
        assertThat(phone.locator(".facet a").first()).isVisible();
        Page desk = chromium.page();
        desk.navigate("/search?q=amazon");
        assertThat(desk.locator(".facet a").first()).isVisible();
        assertThat(desk.locator(".facets-fold > summary")).not().isVisible();
    }

    @Test
    void fitsWhenTextIsTwiceAsLarge() {
        Page page = chromium.page();
        page.setViewportSize(640, 740);
        page.navigate(CASE + "?lang=nl");
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(Chromium.width(page)).isLessThanOrEqualTo(640);
    }

    @Test
    void leadsAlongTheLineOfTimeByKeyboard() {
        Page page = Chromium.phone(chromium.pageWithoutScript("nl-NL"));
        page.navigate(CASE + "?lang=nl");
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
        Page page = chromium.page();
        page.navigate("/id/provision/gdpr-art-22?lang=nl");
        assertThat(page.locator(".sources .places").last()).not().isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".sources .places").last()).isVisible();
        assertThat(page.locator("details.contents")).not().isVisible();
        assertThat(page.locator(".brief")).isVisible();
    }

    @Test
    void drawsThePageOfTheApiWithinItsPolicy() {
        Page page = chromium.page();
        page.navigate("/docs");
        assertThat(page.locator(".opblock").first()).isVisible();
    }

    @Test
    void followsTheReadersColours() {
        Page light = chromium.page();
        Page dark = chromium.page();
        dark.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        String colour = "getComputedStyle(document.body).backgroundColor";
        light.navigate("/");
        dark.navigate("/");
        assertThat(light.evaluate(colour)).isNotEqualTo(dark.evaluate(colour));
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
}
