/** Has queries answered by a SPARQL store of another process, which is given each release. */
@NullMarked
@ApplicationModule(
        displayName = "engine",
        allowedDependencies = {"publish", "query", "store", "vocabulary"})
package org.werkgraaf.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
