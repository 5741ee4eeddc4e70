/** Speaks HTTP: negotiation, errors, pages, REST and SPARQL. */
@NullMarked
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {"query", "dump", "entity", "index", "store", "publish", "vocabulary"})
package org.werkgraaf.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
