package org.werkgraaf.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;

/** Pictures of pages in target/screenshots, for somebody to look at: with {@code -Pnightly} or {@code -Dscreenshots=true}. */
public final class Screenshots {
    private static final Path FOLDER = Path.of("target/screenshots");

    private static final int WIDTH = 900;
    private static final int HEIGHT = 760;
    private static final int QUALITY = 60;

    private Screenshots() {}

    static boolean areAskedFor() {
        return Boolean.getBoolean("screenshots");
    }

    /** Takes one of the whole page, if they are asked for. */
    public static void take(Page page, String name) {
        if (areAskedFor()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }

    /** Takes one of the upper part of what a page is about, small enough for a document; docs/images holds copies of them. */
    public static void forDocument(Page page, String name) {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        page.setViewportSize(WIDTH, HEIGHT);
        page.evaluate("window.scrollTo(0, 0)");
        BoundingBox main = Objects.requireNonNull(page.locator("main").boundingBox());
        JsonObject clip = new JsonObject();
        clip.addProperty("x", 0);
        clip.addProperty("y", main.y);
        clip.addProperty("width", WIDTH);
        clip.addProperty("height", Math.min(HEIGHT, main.height));
        clip.addProperty("scale", 1);
        JsonObject asked = new JsonObject();
        asked.addProperty("format", "webp");
        asked.addProperty("quality", QUALITY);
        asked.addProperty("captureBeyondViewport", true);
        asked.add("clip", clip);
        String data = page.context()
                .newCDPSession(page)
                .send("Page.captureScreenshot", asked)
                .get("data")
                .getAsString();
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".webp"), Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
