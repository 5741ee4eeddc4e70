/** Draws charts for print, as SVG and as PNG, with letters of its own. */
@NullMarked
@ApplicationModule(
        displayName = "picture",
        allowedDependencies = {})
package org.werkgraaf.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
