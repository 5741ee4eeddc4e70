/** Keeps events in a file that is only added to, each line with a checksum over the one before. */
@NullMarked
@ApplicationModule(
        displayName = "journal",
        allowedDependencies = {"store"})
package org.werkgraaf.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
