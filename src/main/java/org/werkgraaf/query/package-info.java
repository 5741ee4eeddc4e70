/** Runs SPARQL, ours or a caller's, inside limits. */
@NullMarked
@ApplicationModule(
        displayName = "query",
        allowedDependencies = {"store", "vocabulary"})
package org.werkgraaf.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
