/** Shows one thing: its chapters, what it is linked to, and what is new. */
@NullMarked
@ApplicationModule(
        displayName = "web.thing",
        allowedDependencies = {
            "entity",
            "index",
            "presentation",
            "vocabulary",
            "web",
            "web.api",
            "web.ask",
            "web.frame",
            "web.http",
            "web.quote",
            "web.text"
        })
package org.werkgraaf.web.thing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
