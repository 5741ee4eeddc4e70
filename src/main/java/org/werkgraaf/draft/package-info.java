/** Keeps changes that wait for the look of somebody else, and what became of them. */
@NullMarked
@ApplicationModule(
        displayName = "draft",
        allowedDependencies = {"change", "journal", "store"})
package org.werkgraaf.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
