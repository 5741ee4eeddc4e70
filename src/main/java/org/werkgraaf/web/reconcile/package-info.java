/** Matches the names in other people's tables with things of the graph, after the Reconciliation API of the W3C's community. */
@NullMarked
@ApplicationModule(
        displayName = "web.reconcile",
        allowedDependencies = {"entity", "index", "presentation", "vocabulary", "web", "web.ask", "web.http", "web.text"
        })
package org.werkgraaf.web.reconcile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
