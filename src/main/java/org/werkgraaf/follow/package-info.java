/** Hands releases on as bundles that can be verified, and follows those of another service. */
@NullMarked
@ApplicationModule(
        displayName = "follow",
        allowedDependencies = {"publish", "store"})
package org.werkgraaf.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
