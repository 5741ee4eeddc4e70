package org.werkgraaf.publish;

import java.util.List;
import org.werkgraaf.index.IndexFormat;

/** Names the code that makes a release of content; a release that other code made is made again. */
final class CodeFormat {
    private static final String CURRENT = IndexFormat.of(
            List.of("index", "load", "meaning", "presentation", "publish", "query", "store", "validate", "vocabulary"));

    private CodeFormat() {}

    static String current() {
        return CURRENT;
    }
}
