/** Shows the terms of the graph: classes, properties, the shapes that hold, and how each is used in this release. */
@NullMarked
package org.werkgraaf.web.ontology;

import org.jspecify.annotations.NullMarked;
