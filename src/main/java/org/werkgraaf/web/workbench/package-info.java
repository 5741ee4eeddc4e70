/** Lets people write SPARQL in the browser, with the words of the graph at hand. */
@NullMarked
package org.werkgraaf.web.workbench;

import org.jspecify.annotations.NullMarked;
