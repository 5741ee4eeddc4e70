/** Says what pages, search and drawings show of each class, as the content has it. */
@NullMarked
@ApplicationModule(
        displayName = "presentation",
        allowedDependencies = {"vocabulary"})
package org.werkgraaf.presentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
