/** Shows the terms of the graph: classes, properties, the shapes that hold, and how each is used in this release. */
@NullMarked
@ApplicationModule(
        displayName = "web.ontology",
        allowedDependencies = {
            "presentation",
            "publish",
            "store",
            "vocabulary",
            "web",
            "web.frame",
            "web.http",
            "web.text"
        })
package org.werkgraaf.web.ontology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
