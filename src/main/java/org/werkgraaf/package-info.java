/** Starts the service or a command and holds the settings. */
@NullMarked
package org.werkgraaf;

import org.jspecify.annotations.NullMarked;
