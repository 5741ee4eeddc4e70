/** Tells programs what changed from release to release, as an event stream, as JSON and as patches. */
@NullMarked
@ApplicationModule(
        displayName = "web.stream",
        allowedDependencies = {"store", "stream", "vocabulary", "web", "web.ask", "web.http", "web.text"})
package org.werkgraaf.web.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
