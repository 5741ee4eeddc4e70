/** Draws what hangs together: the line of time, the matrix and the fines. */
@NullMarked
@ApplicationModule(
        displayName = "web.overview",
        allowedDependencies = {
            "entity",
            "index",
            "meaning",
            "picture",
            "presentation",
            "table",
            "vocabulary",
            "web",
            "web.ask",
            "web.http",
            "web.picture",
            "web.text"
        })
package org.werkgraaf.web.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
