package org.werkgraaf.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.browser.Chromium;

/** The drawing of what is around a thing, at the size in which it opens. */
@PackagedServiceTest
class AroundBrowserTest {
    /** Keeps what the drawing is made with, which the page keeps to itself. */
    private static final String KEEP = """
            Object.defineProperty(window, 'cytoscape', {
              configurable: true,
              get() { return this.keeping; },
              set(library) {
                this.keeping = Object.assign(options => this.drawing = library(options), library);
              },
            });
            """;

    private static final String IS_DRAWN =
            "() => window.drawing && document.querySelector('.around-kinds')?.children.length > 0";

    /** The names that touch another, or that the frame cuts. */
    private static final String WRONG = """
            () => {
              const named = drawing.nodes('.head, .title, .relation, .thing').not('.hidden').toArray()
                .map(node => ({name: node.data('label'), box: node.boundingBox()}));
              const touches = (one, other) => Math.min(one.x2, other.x2) - Math.max(one.x1, other.x1) > 1
                && Math.min(one.y2, other.y2) - Math.max(one.y1, other.y1) > 1;
              return named
                .filter((each, at) => each.box.x1 < -1 || each.box.x2 > drawing.width() + 1
                  || named.some((other, place) => place > at && touches(each.box, other.box)))
                .map(each => each.name);
            }
            """;

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @ParameterizedTest
    @CsvSource({
        "instrument/platform-work-directive, nl, 1280",
        "instrument/gdpr, fr, 390",
        "technique/electronic-communications-monitoring, nl, 390",
        "technique/employee-monitoring-system, nl, 1280",
        "jurisdiction/nl, nl, 1280"
    })
    void noNameTouchesAnother(String id, String lang, int width) {
        Page page = chromium.page().context().newPage();
        page.setViewportSize(width, 900);
        page.addInitScript(KEEP);
        page.navigate("/id/" + id + "?lang=" + lang);
        page.locator(".around-drawing > button").click();
        page.waitForFunction(IS_DRAWN);
        assertThat((List<?>) page.evaluate(WRONG)).isEmpty();
    }
}
