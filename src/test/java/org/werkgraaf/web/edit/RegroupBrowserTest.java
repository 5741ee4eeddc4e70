package org.werkgraaf.web.edit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.werkgraaf.SmallContent;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;
import org.werkgraaf.browser.Barriers;
import org.werkgraaf.browser.Chromium;
import org.werkgraaf.browser.Screenshots;

/** Two things that are one, or two, and one that is two, as curators find and mend them, in a browser; contributors' runs no script. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.sign-in.password-cost=4")
@DirtiesContext
class RegroupBrowserTest {
    private static final String PASSWORD = "paard batterij nietje";

    @TempDir
    private static Path folder;

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        SmallContent content = new SmallContent(folder.resolve("content"));
        StringBuilder risks = new StringBuilder();
        for (String name : List.of("alfa", "beta")) {
            for (String plural : List.of("", "s")) {
                risks.append("""
                        id:risk\\/strain%2$s-%1$s
                            a wg:Risk ;
                            skos:prefLabel "Spanning %1$s werkvloer%2$s"@nl , "Strain %1$s at work%2$s"@en , "Tension %1$s travail%2$s"@fr ;
                            skos:altLabel "druk%2$s %1$s"@nl ;
                            skos:definition "Druk %1$s%2$s op het werk."@nl , "Strain %1$s%2$s at work."@en .

                        """.formatted(name, plural));
            }
        }
        content.write("data/entities/strain.ttl", risks.toString());
        content.serve(settings);
        settings.add("werkgraaf.var", () -> folder.resolve("var").toString());
    }

    @BeforeEach
    void people() {
        if (accounts.find("ann").isEmpty()) {
            accounts.add("ann", Role.CURATOR, PASSWORD, null);
            accounts.add("bob", Role.CONTRIBUTOR, PASSWORD, null);
        }
    }

    @Test
    void twoThatLookAlikeAreToldApartOrMerged() {
        String locale = "nl-NL";
        String name = "alfa";
        String one = "risk/strain-" + name;
        String other = "risk/strains-" + name;
        Page bob = signedIn(chromium.pageWithoutScript(locale), "bob");
        bob.navigate("/edit");
        bob.locator("main a[href='/edit/merge']").click();
        bob.locator("#f-one").fill("nothing of that name");
        bob.locator("#f-other").fill(other);
        bob.locator("main form button").click();
        assertThat(bob.locator("[role=alert]")).containsText("nothing of that name");
        bob.locator("#f-one").fill("Strain " + name + " at work");
        bob.locator("main form button").click();
        assertThat(bob.locator("main table.sides")).containsText("druks " + name);
        press(bob, "look");
        assertThat(bob.locator("#outcome .propose-problem")).hasCount(0);
        press(bob, "propose");
        assertThat(bob.locator("[role=alert] a[href='#f-reason']")).isVisible();
        bob.locator("#f-reason").fill("One word more");
        press(bob, "propose");
        assertThat(bob).hasURL(Pattern.compile("/edit/changes/"));
        String waiting = bob.url();

        Page ann = signedIn(chromium.page(locale), "ann");
        ann.navigate(waiting);
        assertThat(ann.locator("main")).containsText("One word more");
        ann.locator("#f-words").fill("They are not one");
        press(ann, "return");

        bob = signedIn(chromium.pageWithoutScript(locale), "bob");
        bob.navigate(waiting);
        bob.locator("main a[href^='/edit/merge?draft=']").click();
        assertThat(bob.locator("#f-reason")).hasValue("One word more");
        bob.locator("#f-reason").fill("Strain is felt, strains are measured");
        press(bob, "differ");
        assertThat(bob).hasURL(waiting);

        ann = signedIn(chromium.page(locale), "ann");
        ann.navigate("/about/quality");
        String link = "main a[href*='one=" + one + "&other=" + other + "']";
        assertThat(ann.locator(link)).hasCount(1);
        ann.locator(link).click();
        ann.navigate(waiting);
        press(ann, "approve");
        ann.navigate("/about/quality");
        assertThat(ann.locator(link)).hasCount(0);
        ann.navigate("/id/" + one);
        assertThat(ann.locator("main a[href='/id/" + other + "']").first()).isVisible();

        ann.navigate("/edit/merge?one=" + one + "&other=" + other);
        ann.locator("#f-reason").fill("Again");
        press(ann, "differ");
        // That is said already.
        assertThat(ann.locator("[role=alert]")).isVisible();
        ann.locator("input[name=stays][value=one]").check();
        ann.locator("#f-reason").fill("They are one after all");
        press(ann, "look");
        assertThat(ann.locator("input[name=stays][value=one]")).isChecked();
        look(ann, "edit-merge-looked");
        press(ann, "save");
        assertThat(status(ann, "/id/" + other)).isEqualTo(410);
        assertThat(status(ann, "/id/" + one)).isEqualTo(200);
        assertThat(ann.locator("main")).containsText("druks " + name);
        assertThat(status(ann, "/edit/" + other)).isEqualTo(410);
        look(ann, "edit-gone");
        assertThat(status(ann, "/edit/merge?one=" + one + "&other=" + other)).isEqualTo(410);
    }

    @Test
    void oneThatIsTwoIsSplitAndMadeOneAgain() {
        String locale = "fr-FR";
        String slug = "boredom";
        Page ann = signedIn(chromium.pageWithoutScript(locale), "ann");
        ann.navigate("/edit/split");
        ann.locator("#f-thing").fill("Work stress");
        ann.locator("main form button").click();
        press(ann, "look");
        // Which the other one is was not said.
        assertThat(ann.locator("[role=alert]")).isVisible();
        ann.locator("#f-prefLabel-nl").fill("Verveling " + slug);
        ann.locator("#f-prefLabel-en").fill("Boredom " + slug);
        ann.locator("#f-prefLabel-fr").fill("Ennui " + slug);
        ann.locator("#f-definition-nl").fill("Te weinig te doen, " + slug + ".");
        ann.locator("#f-definition-en").fill("Too little to do, " + slug + ".");
        ann.locator("#f-slug").fill(slug);
        press(ann, "look");
        // Nothing was chosen that speaks of it.
        assertThat(ann.locator("[role=alert]")).isVisible();
        assertThat(ann.locator("#f-prefLabel-en")).hasValue("Boredom " + slug);
        ann.locator("input[name=passage]").last().check();
        press(ann, "look");
        assertThat(ann.locator("#outcome .propose-problem")).hasCount(0);
        assertThat(ann.locator("main table.sides")).containsText("Boredom " + slug);
        assertThat(ann.locator("input[name=passage]").last()).isChecked();
        ann.locator("#f-reason").fill("Boredom is no stress");
        press(ann, "save");
        assertThat(status(ann, "/id/risk/" + slug)).isEqualTo(200);
        ann.navigate("/id/risk/" + slug + "/history");
        assertThat(ann.locator("main")).containsText("Boredom is no stress");
        String change = ann.locator("main section code").first().textContent();
        ann.navigate("/edit/revert?change=" + change);
        ann.locator("#f-reason").fill("It is");
        press(ann, "save");
        assertThat(status(ann, "/id/risk/" + slug)).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void thePagesKeepNobodyOut(String lang) {
        Page page = signedIn(chromium.page("en-GB"), "ann");
        for (String path : List.of(
                "/edit/merge",
                "/edit/merge?one=risk/strain-beta&other=risk/strains-beta",
                "/edit/split",
                "/edit/split?thing=risk/work-stress")) {
            page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
            assertThat(page.locator("main")).not().containsText("??");
            look(page, path.replaceAll("[^a-z]+", "-") + lang);
            if (path.contains("one=")) {
                Screenshots.forDocument(page, "curating-merge." + lang);
            }
        }
        page.navigate("/about/quality?lang=" + lang);
        look(page, "quality-" + lang);
    }

    private static int status(Page page, String path) {
        Response response = Objects.requireNonNull(page.navigate(path));
        return response.status();
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

    private static void press(Page page, String action) {
        page.locator("main button[value=" + action + "]").click();
    }

    private static void look(Page page, String name) {
        page.setViewportSize(1280, 900);
        assertThat(Chromium.width(page)).as("width at 1280").isLessThanOrEqualTo(1280);
        Barriers.noneInEitherTheme(page);
        assertThat(Chromium.width(Chromium.phone(page))).as("width at 360").isLessThanOrEqualTo(360);
        Screenshots.take(page, name);
    }
}
