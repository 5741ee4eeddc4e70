/** Judges a candidate by shapes and rules and says why. */
@NullMarked
@ApplicationModule(
        displayName = "validate",
        allowedDependencies = {"vocabulary"})
package org.werkgraaf.validate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
