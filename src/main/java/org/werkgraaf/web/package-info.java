/** Holds the limits of the rooms that speak HTTP, whether they are ready, and what they make before somebody asks. */
@NullMarked
@ApplicationModule(
        displayName = "web",
        allowedDependencies = {})
package org.werkgraaf.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
