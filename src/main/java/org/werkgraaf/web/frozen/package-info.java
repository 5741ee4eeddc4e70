/** Shows a page as it was when it was quoted. */
@NullMarked
@ApplicationModule(
        displayName = "web.frozen",
        allowedDependencies = {
            "dump",
            "entity",
            "index",
            "query",
            "vocabulary",
            "web.ask",
            "web.check",
            "web.http",
            "web.question",
            "web.quote",
            "web.search",
            "web.text",
            "web.thing"
        })
package org.werkgraaf.web.frozen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
