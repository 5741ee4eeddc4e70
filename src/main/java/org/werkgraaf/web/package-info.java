/** Holds the limits of the rooms that speak HTTP, and whether they are ready. */
@NullMarked
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {})
package org.werkgraaf.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
