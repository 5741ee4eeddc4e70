/** Decides which norms hold for given facts on a day, in three values, with the reasons. */
@ApplicationModule(allowedDependencies = {"store", "vocabulary"})
@NullMarked
package org.werkgraaf.assess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
