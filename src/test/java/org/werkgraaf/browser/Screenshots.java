package org.werkgraaf.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages in target/screenshots, for somebody to look at: with {@code -Pnightly} or {@code -Dscreenshots=true}. */
public final class Screenshots {
    private static final Path FOLDER = Path.of("target/screenshots");

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
}
