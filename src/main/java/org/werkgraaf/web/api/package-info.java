/** Answers REST requests in JSON, CSV, RDF and feeds. */
@NullMarked
@ApplicationModule(
        displayName = "web.api",
        allowedDependencies = {
            "entity",
            "index",
            "query",
            "store",
            "table",
            "vocabulary",
            "web",
            "web.ask",
            "web.http",
            "web.text"
        })
package org.werkgraaf.web.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
