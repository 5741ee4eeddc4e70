package org.werkgraaf.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Collectors;

/** What keeps somebody from a page, as axe finds it. */
public final class Barriers {
    private Barriers() {}

    /** Fails if a page as it stands breaks any rule. */
    public static void none(Page page) {
        none(page, axe(page));
    }

    /** Fails if the page breaks any rule in the light, or has too little contrast in the dark; leaves it light. */
    public static void noneInEitherTheme(Page page) {
        none(page, axe(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        none(page, axe(page).withRules(List.of("color-contrast")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /**
     * The pages hold no frame of another site, so all of axe can run in the page itself. Of what passes one place a rule is told,
     * since naming thousands of them takes longer than looking at them.
     */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static void none(Page page, AxeBuilder axe) {
        AxeResults results = axe.analyze();
        assertThat(results.getPasses()).as(page.url()).isNotEmpty();
        assertThat(results.getViolations())
                .as(() -> page.url() + "\n"
                        + results.getViolations().stream()
                                .map(rule -> rule.getImpact() + " " + rule.getId() + ": "
                                        + rule.getNodes().stream()
                                                .limit(3)
                                                .map(node -> node.getHtml())
                                                .toList())
                                .collect(Collectors.joining("\n")))
                .isEmpty();
    }
}
