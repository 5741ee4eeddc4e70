package org.werkgraaf.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The named graphs of the published dataset. */
public final class Graphs {
    private static final String NS = ThingId.BASE + "graph/";

    /** Classes and properties. */
    public static final Node ONTOLOGY = named("ontology");
    /** The terms of the fixed schemes. */
    public static final Node CONCEPTS = named("concepts");
    /** Links from our terms to those of other vocabularies. */
    public static final Node MAPPINGS = named("mappings");
    /** What things are: type, labels, definitions, identifiers. */
    public static final Node ENTITIES = named("entities");
    /** What each source is: title, author, date, verification. What it says stands in its own graph. */
    public static final Node SOURCES = named("sources");
    /** From when until when the law holds, derived from the dates in the sources. */
    public static final Node DATES = named("dates");
    /** What norms turn on, derived from their conditions. */
    public static final Node CONDITIONS = named("conditions");
    /** What pages, search and drawings show of each class. */
    public static final Node PRESENTATION = named("presentation");
    /** All wider things of each thing, however far away, derived from the nearest ones. */
    public static final Node HIERARCHY = named("hierarchy");
    /** The release itself: id, digest and the digest of each graph. */
    public static final Node RELEASE = named("release");

    private Graphs() {}

    /**
     * The graph that holds what a source says.
     *
     * @param source IRI of the source, {@code .../id/source/<slug>}
     * @return the graph {@code .../graph/<slug>}
     */
    public static Node ofSource(Node source) {
        return named(ThingId.of(source).slug());
    }

    /** The graph {@code .../graph/<name>}. */
    public static Node named(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
