package org.werkgraaf.web.propose;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.werkgraaf.browser.Chromium;
import org.werkgraaf.browser.Look;

/** A reader sees that something is wrong, says so, and is answered; in a real browser that runs no script. */
class ProposeBrowserTest extends CuratedService {
    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @Test
    void leadsFromAPageToAnAnswer() {
        Page page = chromium.pageWithoutScript("nl-NL");
        page.navigate("/id/" + CASE + "?lang=nl");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Klopt iets niet of ontbreekt er iets?"))
                .click();
        page.getByLabel("Om welk gegeven gaat het?")
                .selectOption(new SelectOption().setLabel("beslist op: 27 december 2023"));
        page.getByLabel("Wat moet er staan?").fill("Het besluit is van 28 december.\nZie de kop.");
        page.getByLabel("Adres van een bron").fill("https://example.org/besluit");
        page.getByLabel("Plaats in die bron").fill("bladzijde 1");
        page.getByLabel("E-mailadres").fill("lezer@example.org");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verstuur het voorstel"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/proposals/[A-Za-z0-9_-]{32}$"));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ontvangen; nog niet bekeken");
        assertThat(page.locator("main")).not().containsText("28 december");
        String id = page.url().replaceAll(".*/|\\?.*", "");

        answer(id, "looking", "");
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Wordt bekeken");
        assertThat(page.locator("main")).containsText("Het besluit is van 28 december.");

        answer(id, "declined", "In de kop van het besluit staat 27 december 2023.");
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Niet overgenomen");
        assertThat(page.locator(".proposal-answer")).containsText("In de kop van het besluit staat 27 december 2023.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CNIL: Amazon France Logistique"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/id/" + CASE));
    }

    @Test
    void keepsNobodyOut() {
        Page page = chromium.page();
        page.navigate("/propose?about=" + CASE + "&lang=nl");
        Look.at(page, "propose");
        page.getByLabel("Wat moet er staan?").fill("x");
        // A browser would stop here by itself.
        page.evaluate("document.querySelector('.propose-form').noValidate = true");
        page.getByLabel("E-mailadres").fill("iemand");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verstuur het voorstel"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Vul een e-mailadres in");
        Look.at(page, "propose-refused");
        String id = propose(proposal("Een lang woord: " + "x".repeat(300)));
        page.navigate("/proposals/" + id + "?lang=fr");
        Look.at(page, "proposal");
        answer(id, "accepted", "Fait. " + "y".repeat(300));
        page.navigate("/proposals/" + id + "?lang=en");
        Look.at(page, "proposal-accepted");
        page.navigate("/id/" + CASE + "?lang=nl");
        Look.at(page, "thing-with-proposals");
    }
}
