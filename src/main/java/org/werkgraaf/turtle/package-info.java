/** Writes changed statements into Turtle and TriG files and leaves every byte beside them as it is. */
@NullMarked
@ApplicationModule(
        displayName = "turtle",
        allowedDependencies = {"vocabulary"})
package org.werkgraaf.turtle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
