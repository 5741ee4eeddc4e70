/** Writes a release as files to download. */
@NullMarked
@ApplicationModule(
        displayName = "dump",
        allowedDependencies = {"meaning", "store", "table", "vocabulary"})
package org.werkgraaf.dump;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
