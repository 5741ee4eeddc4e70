package org.werkgraaf.edit;

import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * A class that has a form.
 *
 * @param type the class
 * @param segment of the ids of its things
 * @param labels what one of them is called, by language
 */
public record EntryKind(Node type, String segment, Map<String, String> labels) {}
