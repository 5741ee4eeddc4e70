package org.werkgraaf.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A running Chromium with a context for each kind of reader, which are kept: making one takes longer than most pages. */
final class OpenBrowser implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final Map<Reader, BrowserContext> contexts = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    OpenBrowser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    Page page(String origin, String locale, boolean script) {
        return contexts.computeIfAbsent(new Reader(origin, locale, script), this::context)
                .newPage();
    }

    List<String> requests() {
        return requests;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Leaves the contexts as if nobody had used them. */
    void forget() {
        for (BrowserContext context : contexts.values()) {
            context.pages().forEach(Page::close);
            context.clearCookies();
            context.clearPermissions();
        }
        requests.clear();
        complaints.clear();
    }

    private BrowserContext context(Reader reader) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(reader.origin)
                .setLocale(reader.locale)
                .setJavaScriptEnabled(reader.script)
                .setViewportSize(1280, 900));
        context.onRequest(request -> requests.add(request.url()));
        context.onConsoleMessage(message -> {
            if (isComplaint(message)) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    /** A browser reports each answer that is not 200 as an error of its own. */
    private static boolean isComplaint(ConsoleMessage message) {
        return message.text().contains("Content Security Policy")
                || List.of("error", "warning").contains(message.type())
                        && !message.text().startsWith("Failed to load resource");
    }

    @Override
    public void close() {
        playwright.close();
    }

    private record Reader(String origin, String locale, boolean script) {}
}
