package org.werkgraaf.turtle;

import java.util.List;

/**
 * A property with its values, as they are written.
 *
 * @param verb the property
 * @param objects its values, at least one
 */
record TurtleGroup(TurtleTerm verb, List<TurtleTerm> objects) {
    int start() {
        return verb.start();
    }

    int end() {
        return objects.get(objects.size() - 1).end();
    }
}
