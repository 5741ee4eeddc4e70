/** Decides which norms hold for given facts on a day, in three values, with the reasons. */
@NullMarked
@ApplicationModule(
        displayName = "assess",
        allowedDependencies = {"meaning", "store", "vocabulary"})
package org.werkgraaf.assess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
