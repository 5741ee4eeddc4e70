/** Tells things and answers in short, for assistants: as records and as Markdown. */
@NullMarked
@ApplicationModule(
        displayName = "web.brief",
        allowedDependencies = {
            "entity",
            "index",
            "meaning",
            "presentation",
            "query",
            "store",
            "vocabulary",
            "web",
            "web.ask",
            "web.check",
            "web.http",
            "web.question",
            "web.quote",
            "web.sparql",
            "web.text"
        })
package org.werkgraaf.web.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
