/** Says what statements amount to: which hold, how far they were checked, and on which days the law holds, what is wider. */
@NullMarked
@ApplicationModule(
        displayName = "meaning",
        allowedDependencies = {"vocabulary"})
package org.werkgraaf.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
