package org.werkgraaf.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.browser.Chromium;
import org.werkgraaf.browser.Screenshots;

/** The ways that readers go through the pages, in a real browser. Screenshots are left in target/screenshots. */
@PackagedServiceTest
class JourneysTest {
    private static final String CASE = "/id/case/cnil-amazon-france-logistique";

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    private Page page;

    @BeforeEach
    void open() {
        page = chromium.page();
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
            assertThat(page.request().get(address).status()).as(format).isEqualTo(200);
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
        page = chromium.pageWithoutScript("nl-NL");
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
        Screenshots.take(page, "search-nothing");
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
        Screenshots.take(page, "search-spelling");
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
        Screenshots.take(page, "completion" + address.replaceAll("[^a-z]+", "-"));
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
}
