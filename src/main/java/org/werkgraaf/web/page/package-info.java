/** Renders the pages. */
@NullMarked
package org.werkgraaf.web.page;

import org.jspecify.annotations.NullMarked;
