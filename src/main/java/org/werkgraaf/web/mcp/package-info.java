/** Lets assistants ask, by the Model Context Protocol. */
@NullMarked
@ApplicationModule(
        displayName = "web.mcp",
        allowedDependencies = {
            "entity",
            "index",
            "query",
            "store",
            "vocabulary",
            "web",
            "web.ask",
            "web.brief",
            "web.http",
            "web.ontology",
            "web.sparql",
            "web.text"
        })
package org.werkgraaf.web.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
