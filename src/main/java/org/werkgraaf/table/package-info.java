/** Writes tables that programs and spreadsheets both read. */
@NullMarked
@ApplicationModule(
        displayName = "table",
        allowedDependencies = {})
package org.werkgraaf.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
