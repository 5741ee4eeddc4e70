/** Shows what was found, to narrow down and to page through. */
@NullMarked
@ApplicationModule(
        displayName = "web.search",
        allowedDependencies = {
            "entity",
            "index",
            "presentation",
            "vocabulary",
            "web",
            "web.ask",
            "web.frame",
            "web.http",
            "web.quote",
            "web.text"
        })
package org.werkgraaf.web.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
