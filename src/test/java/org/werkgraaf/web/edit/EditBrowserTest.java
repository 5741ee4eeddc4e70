package org.werkgraaf.web.edit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;
import org.werkgraaf.browser.Chromium;
import org.werkgraaf.browser.Look;

/** Makes a thing with its place in a new source, changes it and takes a statement away, in a real browser that runs no script. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.sign-in.password-cost=4")
@DirtiesContext
class EditBrowserTest {
    private static final String PASSWORD = "paard batterij nietje";

    @TempDir
    private static Path folder;

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        SmallRelease.serve(folder, settings);
    }

    @BeforeEach
    void somebody() {
        for (String name : new String[] {"ann", "bob"}) {
            if (accounts.find(name).isPresent()) {
                accounts.remove(name);
            }
        }
        accounts.add("ann", Role.CURATOR, PASSWORD, null);
        accounts.add("bob", Role.CONTRIBUTOR, PASSWORD, null);
    }

    @ParameterizedTest
    @CsvSource({
        "nl-NL,Techniek,Bekijk,Bewaar,De regels laten dit toe,Bewaard,takenNl",
        "en-GB,Technique,Look,Save,The rules allow this,Saved,takenEn",
        "fr-FR,Technique,Voir,Enregistrer,Les règles l’admettent,Enregistré,takenFr"
    })
    void makesAThingWithItsPlaceInANewSource(
            String locale, String kind, String look, String save, String good, String saved, String name)
            throws IOException {
        Page page = signedIn(locale, "ann");
        page.navigate("/edit");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(kind).setExact(true))
                .click();
        fill(page, "t-prefLabel-nl", "Muistrilling " + name);
        fill(page, "t-prefLabel-en", "Mouse jitter " + name);
        fill(page, "t-prefLabel-fr", "Vibration de souris " + name);
        fill(page, "t-definition-nl", "Techniek die ziet of een muis uit zichzelf beweegt.");
        fill(page, "t-definition-en", "Technique that sees whether a mouse moves by itself.");
        page.locator("#f-t-takes").selectOption("data-category/fingerprint");
        button(page, look).click();
        // A statement without a place is not taken, and what was typed is still there.
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(page.locator("#f-t-prefLabel-en")).hasValue("Mouse jitter " + name);
        fill(page, "p-paraphrase-nl", "De techniek neemt een vingerafdruk op.");
        fill(page, "p-paraphrase-en", "The technique takes a fingerprint.");
        fill(page, "p-page", "12");
        page.locator("details.edit-source > summary").click();
        fill(page, "s-prefLabel-nl", "Bericht " + name);
        fill(page, "s-prefLabel-en", "Report " + name);
        fill(page, "s-prefLabel-fr", "Article " + name);
        fill(page, "s-title-nl", "Bericht");
        fill(page, "s-readOn", "2026-11-30");
        page.locator("#f-s-verification").selectOption("verification/secondary");
        button(page, look).click();
        assertThat(page.locator("#outcome")).containsText(good);
        assertThat(page.locator("#outcome")).containsText("Mouse jitter " + name);
        assertThat(written("data/sources")).doesNotContain("Bericht " + name);
        // Nothing is saved without a reason.
        button(page, save).click();
        assertThat(page.locator("[role=alert] a[href='#f-reason']")).isVisible();
        assertThat(page.locator("#f-t-prefLabel-en")).hasValue("Mouse jitter " + name);
        assertThat(written("data/sources")).doesNotContain("Bericht " + name);
        fill(page, "reason", "A report on mice");
        button(page, save).click();
        assertThat(page.locator("h1")).containsText(saved);

        String id = "technique/mouse-jitter-" + name.toLowerCase(java.util.Locale.ROOT);
        assertThat(written("data/sources")).contains("Bericht " + name, "wg:page \"12\"");
        page.navigate("/id/" + id + "?lang=en");
        assertThat(page.locator("main")).containsText("Fingerprint");
        page.navigate("/id/" + id + "/history?lang=en");
        assertThat(page.locator("main")).containsText("ann");
        assertThat(page.locator("main")).containsText("A report on mice");
    }

    @Test
    void changesANameAndTakesAStatementAway() throws IOException {
        Page page = signedIn("en-GB", "ann");
        page.navigate("/edit/technique/technique-3");
        fill(page, "t-prefLabel-en", "Third technique");
        page.locator("input[name=without]").first().check();
        fill(page, "reason", "Nobody says so");
        button(page, "Save").click();
        assertThat(page.locator("h1")).containsText("Saved");
        assertThat(page.locator("main")).containsText("Technique 3 zilver");
        assertThat(written("data/entities")).contains("\"Third technique\"@en", "werkwijze 3 zilver");
        page.navigate("/id/technique/technique-3?lang=en");
        assertThat(page.locator("h1")).containsText("Third technique");
    }

    /** Who may only prepare sees what would change, and writes nothing. */
    @Test
    void letsAContributorLookAndPropose() throws IOException {
        Page page = signedIn("en-GB", "bob");
        page.navigate("/edit/technique/technique-4");
        fill(page, "t-prefLabel-en", "Fourth technique");
        fill(page, "reason", "A better name");
        button(page, "Look").click();
        assertThat(page.locator("#outcome")).containsText("Fourth technique");
        assertThat(button(page, "Save")).hasCount(0);
        button(page, "Propose").click();
        assertThat(page).hasURL(Pattern.compile("/edit/changes/"));
        assertThat(page.locator("main")).containsText("Fourth technique");
        assertThat(written("data/entities")).doesNotContain("Fourth technique");
    }

    @Test
    void leadsToTheSignInAndKeepsNobodyOut() {
        Page page = chromium.page();
        page.navigate("/edit/technique/technique-5");
        assertThat(page.locator("#s-name")).isVisible();
        signIn(page, "ann");
        assertThat(page).hasURL(Pattern.compile("/edit/technique/technique-5$"));
        page.navigate("/edit?lang=nl");
        Look.at(page, "edit");
        page.navigate("/edit/technique/technique-5?lang=nl");
        Look.at(page, "edit-thing");
        fill(page, "p-passage", "Onbekend");
        button(page, "Bekijk").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Onbekend");
        Look.at(page, "edit-refused");
    }

    /** Nothing goes that nobody touched, whatever an address says. */
    @Test
    void leavesWhatNobodyTouched() {
        Page page = signedIn("en-GB", "ann");
        page.navigate("/edit/technique/technique-6?t.prefLabel.en=Other&reason=Because");
        assertThat(page.locator("#f-t-prefLabel-en")).hasValue("Technique 6 zilver");
        assertThat(page.locator("#f-reason")).hasValue("");
        button(page, "Look").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("nothing changes");
        page.navigate("/edit/technique/new");
        fill(page, "t-slug", "new");
        button(page, "Look").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Name in the address");
    }

    /** Who comes second is told, before anything of the first is put back. */
    @Test
    void tellsWhoComesSecond() throws IOException {
        Page first = signedIn("en-GB", "ann");
        first.navigate("/edit/technique/technique-7");
        Page second = first.context().newPage();
        second.navigate("/edit/technique/technique-7");
        fill(first, "t-prefLabel-en", "Seventh technique");
        fill(first, "reason", "First");
        button(first, "Save").click();
        assertThat(first.locator("h1")).containsText("Saved");
        fill(second, "t-definition-en", "Another description of the seventh.");
        fill(second, "reason", "Second");
        button(second, "Save").click();
        assertThat(second.getByRole(AriaRole.ALERT)).containsText("Somebody else has changed this");
        assertThat(written("data/entities")).contains("Seventh technique").doesNotContain("Another description");
    }

    private static String written(String part) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(folder.resolve("content").resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private Page signedIn(String locale, String who) {
        Page page = chromium.pageWithoutScript(locale);
        page.navigate("/login");
        signIn(page, who);
        assertThat(page).hasURL(Pattern.compile("/account$"));
        return page;
    }

    private static void signIn(Page page, String who) {
        page.locator("#s-name").fill(who);
        page.locator("#s-password").fill(PASSWORD);
        page.locator("main form button").click();
    }

    private static void fill(Page page, String field, String text) {
        Locator input = page.locator("#f-" + field);
        Locator folded = page.locator("details:not([open])", new Page.LocatorOptions().setHas(input));
        while (folded.count() > 0) {
            folded.first().locator("> summary").click();
        }
        input.fill(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
