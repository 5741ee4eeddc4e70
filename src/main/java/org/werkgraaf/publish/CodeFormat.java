package org.werkgraaf.publish;

import java.io.IOException;
import java.util.List;
import org.werkgraaf.index.IndexFormat;

/** Names the code that makes a release of content; a release that other code made is made again. */
public final class CodeFormat {
    private static final String CURRENT = IndexFormat.of(
            List.of("index", "load", "meaning", "presentation", "publish", "query", "store", "validate", "vocabulary"));

    private CodeFormat() {}

    /** The format of this version of the service. */
    public static String current() {
        return CURRENT;
    }

    /**
     * Makes sure that a release was made by this version of the service, so that it can be served as it is.
     *
     * @throws IOException when it was not; says what to do
     */
    public static void require(String format) throws IOException {
        if (!CURRENT.equals(format)) {
            throw new IOException("Another version of the service made it (format " + format + "; this one has "
                    + CURRENT + "). Run the same version here as there.");
        }
    }
}
