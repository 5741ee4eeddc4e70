/** Lets people write SPARQL in the browser, with the words of the graph at hand. */
@NullMarked
@ApplicationModule(
        displayName = "web.workbench",
        allowedDependencies = {"dump", "query", "store", "vocabulary", "web.ask", "web.http"})
package org.werkgraaf.web.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
