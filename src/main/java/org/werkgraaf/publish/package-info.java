/** Loads, validates, refuses or publishes, and indexes, as one release. */
@NullMarked
@ApplicationModule(
        displayName = "publish",
        allowedDependencies = {
            "assess",
            "change",
            "index",
            "load",
            "meaning",
            "presentation",
            "query",
            "store",
            "stream",
            "validate",
            "vocabulary"
        })
package org.werkgraaf.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
