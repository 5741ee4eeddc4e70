/** Speaks HTTP: negotiation, errors, pages, REST and SPARQL. */
@NullMarked
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {"dump", "entity", "index", "meaning", "publish", "query", "store", "vocabulary"})
package org.werkgraaf.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
