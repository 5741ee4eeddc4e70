/** Draws statements by lot, to be held against the places that make them. */
@NullMarked
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"meaning", "presentation", "vocabulary"})
package org.werkgraaf.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
