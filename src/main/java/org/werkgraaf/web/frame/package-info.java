/** Puts the frame around a page: head, navigation, language and tags. */
@NullMarked
@ApplicationModule(
        displayName = "web.frame",
        allowedDependencies = {"index", "vocabulary", "web", "web.http", "web.text"})
package org.werkgraaf.web.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
