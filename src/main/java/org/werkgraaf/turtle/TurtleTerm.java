package org.werkgraaf.turtle;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A term as it is written.
 *
 * @param node what it means; absent for what has no IRI: blank nodes, lists, and addresses that depend on where the file lies
 * @param start where it begins
 * @param end where it ends
 */
record TurtleTerm(@Nullable Node node, int start, int end) {}
