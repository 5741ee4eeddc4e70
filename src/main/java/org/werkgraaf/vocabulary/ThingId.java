package org.werkgraaf.vocabulary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** The id of a thing: {@code <segment>/<slug>} below {@code https://w3id.org/werkgraaf/id/}. Its text and hash are made once. */
public final class ThingId {
    /** Base of every IRI of this project. */
    public static final String BASE = "https://w3id.org/werkgraaf/";
    /** Base of the IRIs of things. */
    public static final String THINGS = BASE + "id/";

    private static final Pattern ID = Pattern.compile("([a-z][a-z0-9-]{0,40})/([a-z0-9][a-z0-9.-]{0,150})");

    private final String segment;
    private final String slug;
    private final String text;
    private final int hash;

    /**
     * @param segment the path segment of its class, such as {@code case}
     * @param slug its own name, such as {@code cnil-amazon-france-logistique}
     */
    public ThingId(String segment, String slug) {
        this.segment = segment;
        this.slug = slug;
        this.text = segment + "/" + slug;
        this.hash = text.hashCode();
    }

    /** The path segment of its class. */
    public String segment() {
        return segment;
    }

    /** Its own name. */
    public String slug() {
        return slug;
    }

    /** Reads {@code <segment>/<slug>}; empty when it does not have that form. */
    public static Optional<ThingId> parse(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? Optional.of(new ThingId(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Whether the node is the IRI of a thing of this graph. */
    public static boolean isThing(Node node) {
        return node.isURI() && node.getURI().startsWith(THINGS);
    }

    /** The id of a thing's IRI. */
    public static ThingId of(Node thing) {
        return find(thing)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The IRI " + thing + " does not have the form " + THINGS + "<segment>/<slug>"));
    }

    /** The id of an IRI, if it has the form of a thing's. */
    public static Optional<ThingId> find(Node node) {
        return isThing(node) ? parse(node.getURI().substring(THINGS.length())) : Optional.empty();
    }

    /** The IRI as a node. */
    public Node node() {
        return NodeFactory.createURI(iri());
    }

    /** The IRI as text. */
    public String iri() {
        return THINGS + this;
    }

    /** {@code <segment>/<slug>}. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof ThingId id && id.hash == hash && id.text.equals(text);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
