/** Writes how a thing is cited, and shows it as a picture on other sites. */
@NullMarked
@ApplicationModule(
        displayName = "web.quote",
        allowedDependencies = {"entity", "index", "presentation", "vocabulary", "web.ask", "web.http", "web.text"})
package org.werkgraaf.web.quote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
