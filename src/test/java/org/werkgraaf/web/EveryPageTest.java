package org.werkgraaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.browser.Barriers;
import org.werkgraaf.browser.Chromium;

/** What holds of each kind of page: no barrier, no sideways scroll, little to load, nothing from elsewhere. */
@PackagedServiceTest
class EveryPageTest {
    /** First load of a page as it goes over the wire. */
    private static final int BYTES_MAX = 150_000;
    /** These load a tool of their own on top. */
    private static final List<String> WITH_A_TOOL = List.of("/sparql-editor", "/docs");

    /** Each page in one of these, by turns; in all of them in the profile "nightly". */
    private static final List<String> OTHERS = List.of("en", "fr");

    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.(css|js|svg)$");

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @ParameterizedTest
    @FieldSource("org.werkgraaf.web.PageKinds#ALL")
    void hasNoBarrierAndFitsADeskAndAPhone(String path) {
        Page page = chromium.page();
        open(page, path, "nl");
        assertThat(Chromium.width(page)).as("width at 1280").isLessThanOrEqualTo(1280);
        Barriers.noneInEitherTheme(page);
        assertThat(Chromium.width(Chromium.phone(page))).as("width at 360").isLessThanOrEqualTo(360);
    }

    @ParameterizedTest
    @FieldSource("org.werkgraaf.web.PageKinds#ALL")
    void fitsAPhoneInAnotherLanguage(String path) {
        String lang = OTHERS.get(PageKinds.ALL.indexOf(path) % OTHERS.size());
        Page page = Chromium.phone(chromium.page());
        open(page, path, lang);
        assertThat(Chromium.width(page)).as("width at 360 in " + lang).isLessThanOrEqualTo(360);
    }

    private void open(Page page, String path, String lang) {
        int before = chromium.requests().size();
        page.navigate(PageKinds.in(lang, path));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
        if (WITH_A_TOOL.stream().noneMatch(path::startsWith)) {
            List<String> requests = chromium.requests();
            staysWithinTheBudget(page, requests.subList(before, requests.size()));
        }
    }

    private static void staysWithinTheBudget(Page page, List<String> requests) {
        assertThat(((Number) page.evaluate("performance.getEntriesByType('navigation')"
                                + ".concat(performance.getEntriesByType('resource'))"
                                + ".reduce((bytes, each) => bytes + each.encodedBodySize, 0)"))
                        .intValue())
                .as("bytes of the first load")
                .isPositive()
                .isLessThanOrEqualTo(BYTES_MAX);
        assertThat(requests.stream().filter(url -> url.endsWith(".css")))
                .as("style sheets")
                .hasSize(1);
        assertThat(requests.stream().filter(url -> url.contains("/assets/")))
                .as("files that a browser may keep")
                .allMatch(url -> HASHED.matcher(url).matches());
    }
}
