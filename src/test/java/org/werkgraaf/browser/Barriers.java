package org.werkgraaf.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What keeps somebody from a page, as axe finds it. */
public final class Barriers {
    private static final String AXE = resource(AxeBuilder.class, "/axe.min.js");
    private static final String LOOK = resource(Barriers.class, "/browser/barriers.js");

    private Barriers() {}

    /** Fails if a page as it stands breaks any rule. */
    public static void none(Page page) {
        assertThat(found(page, List.of())).as(page.url()).isEmpty();
    }

    /** Fails if the page breaks any rule in the light, or has too little contrast in the dark; leaves it light. */
    public static void noneInEitherTheme(Page page) {
        none(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(found(page, List.of("color-contrast")))
                .as(page.url() + " in the dark")
                .isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /**
     * What a page as it stands breaks: how bad, which rule, where. The pages hold no frame of another site, so all of axe runs in the
     * page itself.
     *
     * @param rules of axe, by name; all of them if there is none
     */
    static List<?> found(Page page, List<String> rules) {
        if (page.evaluate("() => typeof axe") instanceof String type && type.equals("undefined")) {
            page.evaluate(AXE);
        }
        Map<?, ?> found = (Map<?, ?>) page.evaluate(LOOK, rules);
        assertThat((Integer) found.get("passed")).as(page.url()).isPositive();
        return (List<?>) found.get("broken");
    }

    private static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name + " on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
