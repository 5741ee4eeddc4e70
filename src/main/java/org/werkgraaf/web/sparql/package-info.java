/** Puts Fuseki, read-only and guarded, on /sparql. */
@NullMarked
package org.werkgraaf.web.sparql;

import org.jspecify.annotations.NullMarked;
