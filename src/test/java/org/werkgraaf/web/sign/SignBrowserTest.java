package org.werkgraaf.web.sign;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** Signs in, makes a token, changes the password and leaves, in a real browser that runs no script. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.sign-in.password-cost=4")
@DirtiesContext
class SignBrowserTest {
    private static final String PASSWORD = "paard batterij nietje";
    private static final String NEXT = "een heel ander woord";

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
        if (accounts.find("ann").isPresent()) {
            accounts.remove("ann");
        }
        accounts.add("ann", Role.CURATOR, PASSWORD, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl-NL|Naam|Wachtwoord|Log in|horen niet bij elkaar|Redacteur|Waarvoor is het?|Voorstellen beantwoorden|Maak het token|Het token|Trek in|Huidig wachtwoord|Nieuw wachtwoord|Nog eens het nieuwe|Verander het wachtwoord|Log uit|U bent uitgelogd",
                "en-GB|Name|Password|Sign in|do not belong together|Curator|What is it for?|Answer proposals|Make the token|The token|Revoke|Present password|New password|The new one again|Change the password|Sign out|You are signed out",
                "fr-FR|Nom|Mot de passe|Se connecter|ne vont pas ensemble|Éditeur|À quoi sert-il ?|Répondre aux propositions|Créer le jeton|Le jeton|Révoquer|Mot de passe actuel|Nouveau mot de passe|Encore une fois le nouveau|Changer le mot de passe|Se déconnecter|Vous êtes déconnecté"
            })
    void signsInMakesATokenChangesThePasswordAndLeaves(
            String locale,
            String name,
            String password,
            String in,
            String wrong,
            String role,
            String label,
            String scope,
            String make,
            String made,
            String revoke,
            String current,
            String next,
            String again,
            String change,
            String out,
            String left) {
        Page page = chromium.pageWithoutScript(locale);
        page.navigate("/login");
        signIn(page, name, password, in, "wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(wrong);
        assertThat(page.getByLabel(name, exactly())).hasValue("ann");
        signIn(page, name, password, in, PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/account$"));
        assertThat(page.locator("main")).containsText(role);

        page.getByLabel(label).fill("script");
        page.getByLabel(scope).check();
        button(page, make).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(made);
        String secret = page.locator("#made").inputValue();
        assertThat(accounts.byToken(secret)).isPresent();
        page.navigate("/account");
        assertThat(page.locator("main")).not().containsText(secret);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(revoke))
                .click();
        assertThat(page).hasURL(Pattern.compile("/account$"));
        assertThat(accounts.byToken(secret)).isEmpty();

        page.getByLabel(current).fill(PASSWORD);
        page.getByLabel(next, exactly()).fill(NEXT);
        page.getByLabel(again).fill(NEXT);
        button(page, change).click();
        assertThat(page).hasURL(Pattern.compile("/login\\?problem=changed$"));
        signIn(page, name, password, in, NEXT);
        assertThat(page).hasURL(Pattern.compile("/account$"));
        button(page, out).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(left);
        page.navigate("/account");
        assertThat(page).hasURL(Pattern.compile("/login$"));
    }

    /** From field to field and on, as somebody does who has no mouse. */
    @Test
    void worksWithTheKeyboard() {
        Page page = chromium.pageWithoutScript("en-GB");
        page.navigate("/login");
        page.getByLabel("Name", exactly()).focus();
        page.keyboard().type("ann");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/account$"));
        page.getByLabel("What is it for?").focus();
        page.keyboard().type("script");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The token");
    }

    @Test
    void keepsNobodyOut() {
        Page page = chromium.page();
        page.navigate("/login?lang=nl");
        Look.at(page, "login");
        signIn(page, "Naam", "Wachtwoord", "Log in", "wrong");
        Look.at(page, "login-refused");
        signIn(page, "Naam", "Wachtwoord", "Log in", PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/account$"));
        Look.at(page, "account");
        page.getByLabel("Waarvoor is het?").fill("Een lang woord: " + "x".repeat(80));
        page.getByLabel("Voorstellen beantwoorden").check();
        button(page, "Maak het token").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Bewaar het nu");
        Look.at(page, "account-token");
        page.getByLabel("Huidig wachtwoord").fill("wrong");
        page.getByLabel("Nieuw wachtwoord", exactly()).fill(NEXT);
        page.getByLabel("Nog eens het nieuwe").fill(NEXT);
        button(page, "Verander het wachtwoord").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("klopt niet");
        Look.at(page, "account-refused");
    }

    private static void signIn(Page page, String name, String password, String in, String given) {
        page.getByLabel(name, exactly()).fill("ann");
        page.getByLabel(password, exactly()).fill(given);
        button(page, in).click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
