package org.werkgraaf.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.werkgraaf.PackagedServiceTest;

/** A barrier put into a page is found, wherever it stands. */
@PackagedServiceTest
class BarriersTest {
    @RegisterExtension
    private final Chromium chromium = new Chromium();

    private Page page;

    @BeforeEach
    void open() {
        page = chromium.page("en-GB");
        page.navigate("/search?q=amazon&lang=en");
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(Barriers.found(page, List.of())).isEmpty();
    }

    @Test
    void findsTooLittleContrastAmongAllThatLookAlike() {
        page.evaluate("() => { const all = document.querySelectorAll('main li a');"
                + " all[all.length - 1].style.color = '#bbb'; }");
        assertThat(Barriers.found(page, List.of("color-contrast")))
                .singleElement()
                .asString()
                .startsWith("serious color-contrast: <");
    }

    @Test
    void findsWhatLiesOnAnotherBackground() {
        page.evaluate("() => { const all = document.querySelectorAll('main li');"
                + " all[all.length - 1].style.backgroundColor = '#666'; }");
        assertThat(Barriers.found(page, List.of("color-contrast"))).isNotEmpty();
    }

    @Test
    void findsWhatIsWrongInTheDarkAlone() {
        page.evaluate("() => { const all = document.querySelectorAll('main li a');"
                + " all[all.length - 1].style.color = '#222'; }");
        assertThat(Barriers.found(page, List.of("color-contrast"))).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Barriers.found(page, List.of("color-contrast"))).isNotEmpty();
    }

    @Test
    void findsAPictureWithoutWords() {
        page.evaluate("() => document.querySelector('main').append(new Image())");
        assertThat(Barriers.found(page, List.of())).singleElement().asString().startsWith("critical image-alt: <img");
    }
}
