/** Pages that set things beside each other: on a day, against each other, and with what they are linked to. */
@NullMarked
package org.werkgraaf.web.near;

import org.jspecify.annotations.NullMarked;
