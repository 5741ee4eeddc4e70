/** Writes a release as files to download. */
@NullMarked
@ApplicationModule(
        displayName = "dump",
        allowedDependencies = {"meaning", "store", "vocabulary"})
package org.werkgraaf.dump;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
