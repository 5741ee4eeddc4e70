/** Holds what changes in the content, where it is written, and the log of what was changed. */
@NullMarked
@ApplicationModule(
        displayName = "change",
        allowedDependencies = {"load", "store", "turtle", "vocabulary"})
package org.werkgraaf.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
