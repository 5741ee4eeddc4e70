/** Writes how a thing is cited, and shows it in small on other sites. */
@NullMarked
package org.werkgraaf.web.quote;

import org.jspecify.annotations.NullMarked;
