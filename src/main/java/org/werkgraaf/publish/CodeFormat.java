package org.werkgraaf.publish;

import java.util.List;
import org.werkgraaf.index.IndexFormat;

/** Names the code that makes a release of content; a release that the build prepared with other code is made again. */
final class CodeFormat {
    private static final String CURRENT =
            IndexFormat.of(List.of("vocabulary", "load", "validate", "store", "index", "query", "publish"));

    private CodeFormat() {}

    static String current() {
        return CURRENT;
    }
}
