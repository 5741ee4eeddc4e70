/** Finds entities by words, facets and dates. */
@NullMarked
@ApplicationModule(
        displayName = "index",
        allowedDependencies = {"meaning", "presentation", "store", "vocabulary"})
package org.werkgraaf.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
