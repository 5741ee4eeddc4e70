/** Draws what hangs together: the line of time, the matrix and the fines. */
@NullMarked
package org.werkgraaf.web.see;

import org.jspecify.annotations.NullMarked;
