/** Tells operators how the service is, and lets them publish. */
@NullMarked
@ApplicationModule(
        displayName = "web.ops",
        allowedDependencies = {"index", "publish", "store", "web", "web.http"})
package org.werkgraaf.web.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
