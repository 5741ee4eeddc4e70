/** Describes one thing, with its links, sources and history. */
@NullMarked
@ApplicationModule(
        displayName = "entity",
        allowedDependencies = {"meaning", "presentation", "query", "store", "vocabulary"})
package org.werkgraaf.entity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
