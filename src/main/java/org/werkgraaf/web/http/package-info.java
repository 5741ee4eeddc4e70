/** Speaks HTTP for every room: negotiation, entity tags, languages and errors. */
@NullMarked
@ApplicationModule(
        displayName = "web.http",
        allowedDependencies = {"index", "query", "store", "table", "vocabulary", "web", "web.text"})
package org.werkgraaf.web.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
