/** Makes forms of the shapes, and changes of what is filled in. */
@NullMarked
@ApplicationModule(
        displayName = "edit",
        allowedDependencies = {"change", "presentation", "store", "vocabulary"})
package org.werkgraaf.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
