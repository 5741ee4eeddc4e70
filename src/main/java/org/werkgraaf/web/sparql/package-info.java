/** Puts Fuseki, read-only and guarded, on /sparql. */
@NullMarked
@ApplicationModule(
        displayName = "web.sparql",
        allowedDependencies = {"dump", "query", "store", "table", "vocabulary", "web", "web.http", "web.text"})
package org.werkgraaf.web.sparql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
