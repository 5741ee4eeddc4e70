package org.werkgraaf.web.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.browser.Chromium;

/** The check on a phone that runs no script. */
@PackagedServiceTest
class CheckBrowserTest {
    private static final String EMOTIONS = "/check?technique=emotion-recognition&data=facial-image&jurisdiction=fr"
            + "&status=employee&ai=yes&fact=emotions-from-biometrics%3Ayes&lang=";

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    private Page open(String path) {
        Page page = Chromium.phone(chromium.pageWithoutScript("nl-NL"));
        page.navigate(path);
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void keepsAnswersAndLongQuestionsWithinTheScreen(String lang) {
        Page page = open(EMOTIONS + lang);
        // Without a script the page cannot be asked how wide it is; what it shows can, all of it at once.
        double right = ((Number) page.locator("main a, main summary, main p, main h3")
                        .evaluateAll(
                                "all => Math.max(...all.filter(each => each.checkVisibility({ visibilityProperty: true }))"
                                        + ".map(each => each.getBoundingClientRect())"
                                        + ".filter(box => box.width > 0 && box.height > 0).map(box => box.right))"))
                .doubleValue();
        assertThat(right).isBetween(100.0, 360.0);
    }

    @Test
    void leadsFromWhatItComesDownToToTheRuleAndItsReasons() {
        Page page = open(EMOTIONS + "en");
        page.locator(".gist-forbidden a").click();
        assertThat(page).hasURL(Pattern.compile(".*#forbidden"));
        Locator rule = page.locator("#forbidden .check-norm").first();
        Locator reasons = rule.locator(".check-why");
        assertThat(reasons).isHidden();
        rule.locator("summary").last().click();
        assertThat(reasons).isVisible();
        assertThat(reasons).containsText("France → European Union");
    }

    @Test
    void unfoldsTheRulesThatHoldForAllProcessing() {
        Page page = open(EMOTIONS + "en");
        Locator last = page.locator("#during .check-norm").last();
        assertThat(last).isHidden();
        page.locator("#during > details > summary").click();
        assertThat(last).isVisible();
    }

    @Test
    void asksOneQuestionAfterAnotherAndGoesBack() {
        Page page = open("/check?technique=keylogging&jurisdiction=nl&lang=en");
        List<String> choices = page.locator(".check-next .button").allTextContents();
        assertThat(choices.get(0)).as("what most rules ask for comes first").isEqualTo("Employee");
        String question = page.locator("#next-question").textContent();
        page.locator(".check-next .button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*status=employee.*"));
        assertThat(page.locator("#next-question")).not().hasText(question);
        page.goBack();
        assertThat(page.locator("#next-question")).hasText(question);
        assertThat(page.locator("#f-status")).hasValue("");
    }
}
