package org.werkgraaf.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Opens pages of the service under test in one Chromium, which all tests of a process share. After each test it looks whether
 * something was asked of another site, a script failed or a page broke its own policy. Without a browser its tests are skipped.
 */
public final class Chromium implements BeforeEachCallback, AfterEachCallback {
    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    /** How long something may take to appear, on a machine that has much else to do. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Chromium.class);

    private OpenBrowser browser;
    private String origin;

    @Override
    public void beforeEach(ExtensionContext test) {
        Assumptions.assumeTrue(
                Files.isExecutable(EXECUTABLE), "There is no " + EXECUTABLE + ": the browser tests are skipped.");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        origin = "http://localhost:"
                + SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port");
        // A build runs each class by itself, in a session that lasts as long as the process.
        browser = test.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent("browser", key -> new OpenBrowser(EXECUTABLE), OpenBrowser.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (browser == null) {
            return;
        }
        List<String> requests = List.copyOf(browser.requests());
        List<String> complaints = List.copyOf(browser.complaints());
        browser.forget();
        assertThat(requests)
                .as("requests")
                .allMatch(url -> url.replaceFirst("^blob:", "").startsWith(origin + "/"));
        assertThat(complaints).as("what the browser complains of").isEmpty();
    }

    /** A page on a desk, light, for a reader of Dutch. Addresses may begin with a slash. */
    public Page page() {
        return page("nl-NL");
    }

    /** A page for a reader of a language, such as {@code en-GB}. */
    public Page page(String locale) {
        return browser.page(origin, locale, true);
    }

    /** A page in a browser that runs no script. */
    public Page pageWithoutScript(String locale) {
        return browser.page(origin, locale, false);
    }

    /** What the pages of this test have asked for so far. */
    public List<String> requests() {
        return List.copyOf(browser.requests());
    }

    /** Scheme, host and port of the service under test. */
    public String origin() {
        return origin;
    }

    /** Makes a page as narrow as a phone. */
    public static Page phone(Page page) {
        page.setViewportSize(360, 740);
        return page;
    }

    /** How wide the content of a page is, in pixels; more than its window if it scrolls sideways. */
    public static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }
}
