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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A running Chromium with a context for each kind of reader and a page in each, which are kept: making one takes longer than most
 * pages, and a page that was used has its scripts compiled.
 */
final class OpenBrowser implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    private final Playwright playwright;
    private final Browser browser;
    private final Map<Reader, BrowserContext> contexts = new HashMap<>();
    private final Map<BrowserContext, Page> kept = new HashMap<>();
    /** Those in which the test that runs has opened a page. */
    private final Set<BrowserContext> used = new HashSet<>();

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
        leaveOtherThan(origin);
        BrowserContext context = contexts.computeIfAbsent(new Reader(origin, locale, script), this::context);
        used.add(context);
        Page page = kept.remove(context);
        return page == null ? context.newPage() : page;
    }

    List<String> requests() {
        return requests;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Another service is tested by now, and most that were tested before have ended. */
    private void leaveOtherThan(String origin) {
        contexts.entrySet().removeIf(each -> {
            boolean other = !each.getKey().origin.equals(origin);
            if (other) {
                kept.remove(each.getValue());
                each.getValue().close();
            }
            return other;
        });
    }

    /** Leaves the contexts as if nobody had used them. */
    void forget() {
        for (BrowserContext context : used) {
            context.pages().stream()
                    .filter(page -> page != kept.get(context))
                    .forEach(page -> keepOrClose(context, page));
            context.clearCookies();
            context.clearPermissions();
        }
        used.clear();
        requests.clear();
        complaints.clear();
    }

    private void keepOrClose(BrowserContext context, Page page) {
        if (kept.containsKey(context)) {
            page.close();
            return;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null).setMedia(null));
        page.setViewportSize(WIDTH, HEIGHT);
        page.navigate("about:blank");
        kept.put(context, page);
    }

    private BrowserContext context(Reader reader) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(reader.origin)
                .setLocale(reader.locale)
                .setJavaScriptEnabled(reader.script)
                .setViewportSize(WIDTH, HEIGHT));
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
