package org.werkgraaf.web.edit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;
import org.werkgraaf.browser.Chromium;
import org.werkgraaf.browser.Look;
import org.werkgraaf.browser.Screenshots;

/** What people do who never saw Turtle, from a judgment or a reader's hint to the public page, in a browser that runs no script. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.sign-in.password-cost=4", "werkgraaf.admin.token=secret"})
@DirtiesContext
class JourneyBrowserTest {
    private static final String PASSWORD = "paard batterij nietje";
    /** At half a minute for a field and a quarter for a page, that is ten minutes. */
    private static final int FIELDS_MAX = 18;

    private static final int STEPS_MAX = 4;

    @TempDir
    private static Path folder;

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private int fields;
    private int steps;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        SmallRelease.serve(folder, settings);
    }

    @BeforeEach
    void people() {
        if (accounts.find("ann").isEmpty()) {
            accounts.add("ann", Role.CURATOR, PASSWORD, null);
            accounts.add("bob", Role.CONTRIBUTOR, PASSWORD, null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl-NL", "en-GB", "fr-FR"})
    void aCaseGetsFromAJudgmentToItsPageAndBack(String locale) {
        String lang = locale.substring(0, 2);
        String slug = "zandbank-" + lang;
        Page bob = signedIn(chromium.pageWithoutScript(locale), "bob");
        fields = 0;
        steps = 0;
        bob.navigate("/edit/case/new");
        steps++;
        fill(bob, "t-slug", slug);
        fill(bob, "t-prefLabel-nl", "Zandbank tegen werknemer " + lang);
        fill(bob, "t-prefLabel-en", "Zandbank v employee " + lang);
        fill(bob, "t-prefLabel-fr", "Zandbank c. salarié " + lang);
        fill(bob, "t-definition-nl", "Een verzonnen zaak over toezicht, om te toetsen " + lang + ".");
        fill(bob, "t-definition-en", "A made-up case on monitoring, for a test " + lang + ".");
        fill(bob, "t-jurisdiction", "jurisdiction/nl");
        fill(bob, "t-verification", "verification/secondary");
        fill(bob, "t-decidedOn", "2026-11-12");
        fill(bob, "p-paraphrase-nl", "Op 12 november 2026 besliste de rechter over Zandbank tegen de werknemer.");
        fill(bob, "p-paraphrase-en", "On 12 November 2026 the court decided on Zandbank and the employee.");
        fill(bob, "p-page", "3");
        fill(bob, "s-prefLabel-nl", "Vonnis Zandbank " + lang);
        fill(bob, "s-prefLabel-en", "Judgment Zandbank " + lang);
        fill(bob, "s-prefLabel-fr", "Jugement Zandbank " + lang);
        fill(bob, "s-title-nl", "Vonnis");
        fill(bob, "s-verification", "verification/secondary");
        Screenshots.forDocument(bob, "curating-form." + lang);
        press(bob, "look");
        assertThat(bob.locator("#outcome")).containsText("Zandbank");
        Screenshots.forDocument(bob, "curating-look." + lang);
        assertThat(bob.locator("#outcome .propose-problem")).hasCount(0);
        fill(bob, "reason", "A new judgment");
        press(bob, "propose");
        assertThat(bob.locator("html")).hasAttribute("lang", lang);
        assertThat(bob.locator(".edit-state")).isVisible();
        System.out.printf("A case from a judgment, %s: %d fields, %d steps%n", lang, fields, steps);
        assertThat(fields).isLessThanOrEqualTo(FIELDS_MAX);
        assertThat(steps).isLessThanOrEqualTo(STEPS_MAX);
        assertThat(status("/id/case/" + slug)).isEqualTo(404);

        Page ann = signedIn(chromium.page(locale), "ann");
        ann.navigate("/edit/changes");
        Look.at(ann, "edit-changes");
        ann.locator("main table a").first().click();
        assertThat(ann.locator("main")).containsText("Zandbank");
        Look.at(ann, "edit-change");
        Screenshots.forDocument(ann, "curating-change." + lang);
        press(ann, "approve");
        assertThat(status("/id/case/" + slug)).isEqualTo(200);
        ann.locator("main a[href^='/edit/revert']").click();
        assertThat(ann.locator("main")).containsText("Zandbank");
        Look.at(ann, "edit-revert");
        ann.locator("#f-reason").fill("A mistake");
        press(ann, "save");
        assertThat(status("/id/case/" + slug)).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl-NL", "en-GB", "fr-FR"})
    void aReadersHintIsAnswered(String locale) {
        String lang = locale.substring(0, 2);
        int number = lang.equals("nl") ? 1 : lang.equals("en") ? 2 : 3;
        Page reader = chromium.pageWithoutScript(locale);
        reader.navigate("/propose?about=technique/technique-" + number);
        reader.locator("[name=statement]").selectOption("missing");
        reader.locator("[name=shouldBe]").fill("Ook bekend als <b>zilverwerk</b> " + lang);
        reader.locator("[name=email]").fill("lezer@example.org");
        reader.locator("main form button").click();
        String link = reader.url();
        assertThat(link).contains("/proposals/");
        assertThat(reader.locator("main")).not().containsText("zilverwerk");

        Page ann = signedIn(chromium.page(locale), "ann");
        ann.navigate("/edit/proposals");
        Look.at(ann, "edit-proposals");
        ann.locator("main table a").first().click();
        assertThat(ann.locator("html")).hasAttribute("lang", lang);
        assertThat(ann.locator("main")).containsText("<b>zilverwerk</b> " + lang);
        assertThat(ann.locator("main")).containsText("lezer@example.org");
        press(ann, "looking");
        Look.at(ann, "edit-proposal");
        reader.reload();
        assertThat(reader.locator("main")).containsText("zilverwerk");
        ann.locator("main a[href*='answers=']").click();
        Locator names = ann.locator("#f-t-altLabel-nl");
        open(ann, names);
        names.fill(names.inputValue() + "\nzilverwerk " + lang);
        ann.locator("#f-reason").fill("As a reader says");
        press(ann, "save");
        ann.locator("main a[href^='/edit/proposals/']").click();
        press(ann, "accepted");
        // Nothing is answered without words.
        assertThat(ann.locator("main [role=alert]")).isVisible();
        ann.locator("#f-answer").fill("Opgenomen " + lang);
        press(ann, "accepted");
        assertThat(ann.locator("main")).containsText("lezer@example.org");
        ann.reload();
        reader.reload();
        assertThat(reader.locator("main")).containsText("Opgenomen " + lang);
        ann.navigate("/edit/proposals");
        assertThat(ann.locator("main > .table-scroll")).hasCount(0);
    }

    private int status(String path) {
        Page page = chromium.pageWithoutScript("en-GB");
        Response response = Objects.requireNonNull(page.navigate(path));
        int status = response.status();
        page.close();
        return status;
    }

    private Page signedIn(Page page, String who) {
        // Pages of one test share what a browser keeps.
        page.context().clearCookies();
        page.navigate("/edit");
        page.locator("#s-name").fill(who);
        page.locator("#s-password").fill(PASSWORD);
        page.locator("main form button").click();
        assertThat(page).hasURL("http://localhost:" + port + "/edit");
        return page;
    }

    private void press(Page page, String action) {
        steps++;
        page.locator("main button[value=" + action + "]").click();
    }

    private void fill(Page page, String field, String text) {
        fields++;
        Locator input = page.locator("#f-" + field);
        open(page, input);
        if ("SELECT".equals(input.evaluate("each => each.tagName"))) {
            input.selectOption(text);
        } else {
            input.fill(text);
        }
    }

    private static void open(Page page, Locator input) {
        Locator folded = page.locator("details:not([open])", new Page.LocatorOptions().setHas(input));
        while (folded.count() > 0) {
            folded.first().locator("> summary").click();
        }
    }
}
