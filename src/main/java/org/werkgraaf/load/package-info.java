/** Turns files into a candidate dataset, with one named graph per source and a claim for each statement. */
@NullMarked
@ApplicationModule(
        displayName = "load",
        allowedDependencies = {"meaning", "presentation", "vocabulary"})
package org.werkgraaf.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
