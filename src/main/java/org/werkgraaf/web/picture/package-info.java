/** Sends charts as pictures for print, inside limits. */
@NullMarked
@ApplicationModule(
        displayName = "web.picture",
        allowedDependencies = {"picture", "web", "web.http", "web.text"})
package org.werkgraaf.web.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
