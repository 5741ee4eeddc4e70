/** Tells operators how the service is, and lets them publish. */
@NullMarked
@ApplicationModule(
        displayName = "web.ops",
        allowedDependencies = {
            "change",
            "curate",
            "follow",
            "index",
            "load",
            "publish",
            "store",
            "validate",
            "web",
            "web.http"
        })
package org.werkgraaf.web.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
