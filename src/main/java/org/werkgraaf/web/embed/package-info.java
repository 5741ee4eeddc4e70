/** Shows pages in small on other sites. */
@NullMarked
@ApplicationModule(
        displayName = "web.embed",
        allowedDependencies = {
            "entity",
            "index",
            "query",
            "vocabulary",
            "web",
            "web.ask",
            "web.compare",
            "web.frame",
            "web.http",
            "web.overview",
            "web.question",
            "web.text",
            "web.thing"
        })
package org.werkgraaf.web.embed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
