/** Turns the parameters of a request into what the rooms below HTTP are asked; the same for REST and pages. */
@NullMarked
@ApplicationModule(
        displayName = "web.ask",
        allowedDependencies = {
            "assess",
            "change",
            "entity",
            "index",
            "meaning",
            "presentation",
            "query",
            "store",
            "vocabulary",
            "web",
            "web.http",
            "web.text"
        })
package org.werkgraaf.web.ask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
