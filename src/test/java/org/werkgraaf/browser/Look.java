package org.werkgraaf.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.werkgraaf.vocabulary.Languages;

/** A look at a page on the way of a test. */
public final class Look {
    private static final int DESK = 1280;
    private static final int PHONE = 360;

    private Look() {}

    /**
     * Fails if the page as it stands has a barrier or is wider than a desk or a phone; leaves it as narrow as a phone. In other languages
     * a page differs by its words alone: there barriers are looked for in the profile "nightly".
     *
     * @param name of the picture that is taken of it when pictures are asked for
     */
    public static void at(Page page, String name) {
        page.setViewportSize(DESK, 900);
        assertThat(Chromium.width(page)).as("width at " + DESK).isLessThanOrEqualTo(DESK);
        String lang = page.locator("html").getAttribute("lang");
        if (lang.equals(Languages.FIRST) || Screenshots.areAskedFor()) {
            Barriers.noneInEitherTheme(page);
        }
        assertThat(Chromium.width(Chromium.phone(page))).as("width at " + PHONE).isLessThanOrEqualTo(PHONE);
        Screenshots.take(page, name + "-" + lang);
    }
}
