/** Takes what readers propose, and what curators answer, and keeps both. */
@NullMarked
@ApplicationModule(
        displayName = "curate",
        allowedDependencies = {"journal", "store"})
package org.werkgraaf.curate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
