/** Answers which norms hold for given facts, as a page and as data. */
@NullMarked
@ApplicationModule(
        displayName = "web.check",
        allowedDependencies = {
            "assess",
            "entity",
            "index",
            "store",
            "table",
            "vocabulary",
            "web",
            "web.ask",
            "web.http",
            "web.quote",
            "web.text"
        })
package org.werkgraaf.web.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
