package org.werkgraaf.engine;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.vocabulary.ThingId;

/**
 * What the graphs of a release are called in the other store. Several releases lie there beside each other, so that each has names of
 * its own; the catalogue says of each under which name it is published.
 *
 * @param id of the release
 */
record ReleaseNames(String id) {
    /** Lists the graphs of each release, and which releases are whole. */
    static final Node CATALOGUE = NodeFactory.createURI(ThingId.BASE + "engine/catalogue");

    /** The release. */
    Node release() {
        return new ThingId("release", id).node();
    }

    /** All graphs of the release in one. */
    Node union() {
        return NodeFactory.createURI(release().getURI() + "/union");
    }

    /** A graph that is published under an IRI. */
    Node graph(String published) {
        return NodeFactory.createURI(release().getURI() + "/graph/" + published);
    }
}
