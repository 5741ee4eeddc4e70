/** Writes labels, sentences and links as a reader of one language sees them. */
@NullMarked
@ApplicationModule(
        displayName = "web.text",
        allowedDependencies = {"entity", "meaning", "presentation", "vocabulary"})
package org.werkgraaf.web.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
