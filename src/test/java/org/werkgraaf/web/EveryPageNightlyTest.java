package org.werkgraaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.browser.Barriers;
import org.werkgraaf.browser.Chromium;
import org.werkgraaf.browser.Screenshots;
import org.werkgraaf.vocabulary.Languages;

/** Each kind of page in each language, theme and width, with all rules of axe and a picture of each. */
@Tag("nightly")
@PackagedServiceTest
class EveryPageNightlyTest {
    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @ParameterizedTest
    @FieldSource("org.werkgraaf.web.PageKinds#ALL")
    void hasNoBarrierAndFits(String path) {
        for (String lang : Languages.ALL) {
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1280, 360)) {
                    Page page = chromium.page();
                    page.setViewportSize(width, 900);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                    page.navigate(PageKinds.in(lang, path));
                    String what = name(path) + "-" + lang + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
                    Screenshots.take(page, what);
                    assertThat(Chromium.width(page)).as(what).isLessThanOrEqualTo(width);
                    Barriers.none(page);
                    page.close();
                }
            }
        }
    }

    private static String name(String path) {
        return path.equals("/") ? "home" : path.substring(1).replaceAll("[^a-zA-Z0-9]+", "-");
    }
}
