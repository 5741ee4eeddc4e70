/** Keeps what changed from release to release, so that a copy elsewhere can stay current. */
@NullMarked
@ApplicationModule(
        displayName = "stream",
        allowedDependencies = {"store", "vocabulary"})
package org.werkgraaf.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
