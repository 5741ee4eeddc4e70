/** Sets things and countries beside each other. */
@NullMarked
@ApplicationModule(
        displayName = "web.compare",
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
            "web.quote",
            "web.text"
        })
package org.werkgraaf.web.compare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
