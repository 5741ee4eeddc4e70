package org.werkgraaf.turtle;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * Braces with a name.
 *
 * @param name their name
 * @param start where the name begins
 * @param open where the first brace stands
 * @param end where they end, behind the last brace
 * @param blocks what stands between
 */
record TurtleBraces(Node name, int start, int open, int end, List<TurtleBlock> blocks) {}
