/** Holds the published graph and lends read transactions. */
@NullMarked
@ApplicationModule(
        displayName = "store",
        allowedDependencies = {"vocabulary"})
package org.werkgraaf.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
