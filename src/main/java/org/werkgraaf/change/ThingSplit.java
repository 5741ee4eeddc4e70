package org.werkgraaf.change;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.load.Content;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Makes two things of one that is two: what is said of it at some places is said of another, and some of what points to it points
 * to that. A new thing is of the same class, and shares what is no text, such as a country.
 *
 * @param from id of the thing
 * @param into id of the other one, new or not
 * @param passages ids of the places that speak of the other one
 * @param pointing ids of things that point to the other one, outside of braces
 */
public record ThingSplit(ThingId from, ThingId into, Set<ThingId> passages, Set<ThingId> pointing) {
    /**
     * The change that splits it.
     *
     * @param described what is said of the other one, such as its names; and of other names, what goes from the first
     * @throws ChangeException when it cannot be split, with why
     */
    public ChangeSet of(Content content, ChangeSet described) {
        SaidOfThing old = SaidOfThing.of(content, from);
        SaidOfThing other = SaidOfThing.of(content, into);
        SaidOfThing.require(old, from);
        if (from.equals(into)
                || other.isKnown() && !Objects.equals(old.type(), other.type())
                || !from.segment().equals(into.segment())) {
            throw ChangeException.conflict("The id " + into
                    + " cannot be the other thing: give another one of the same class as " + from + ", new or not.");
        }
        Set<Node> places = passages.stream().map(ThingId::node).collect(Collectors.toSet());
        Set<Node> pointers = pointing.stream().map(ThingId::node).collect(Collectors.toSet());
        Set<Quad> removed = new LinkedHashSet<>(described.removed());
        Set<Quad> added = new LinkedHashSet<>(described.added());
        if (passages.isEmpty() && pointing.isEmpty()) {
            throw ChangeException.conflict("Nothing would be said of " + into
                    + ". Name the places that speak of it, or the things that point to it.");
        }
        for (ThingId passage : passages) {
            requireUsed(old.quads().stream().anyMatch(quad -> quad.getGraph().equals(passage.node())), passage);
        }
        for (ThingId pointer : pointing) {
            requireUsed(
                    old.quads().stream()
                            .anyMatch(quad -> SaidOfThing.isOutside(quad)
                                    && quad.getSubject().equals(pointer.node())),
                    pointer);
        }
        for (Quad quad : old.quads()) {
            boolean moves = places.contains(quad.getGraph())
                    || SaidOfThing.isOutside(quad) && pointers.contains(quad.getSubject());
            if (moves) {
                removed.add(quad);
                Quad moved = SaidOfThing.with(quad, from.node(), into.node());
                if (!other.quads().contains(moved)) {
                    added.add(moved);
                }
            } else if (!other.isKnown() && isShared(quad, described)) {
                added.add(SaidOfThing.with(quad, from.node(), into.node()));
            }
        }
        return ChangeSet.wanted(described.author(), described.reason(), described.answers(), removed, added);
    }

    private void requireUsed(boolean used, ThingId id) {
        if (!used) {
            throw ChangeException.conflict(
                    "Nothing at " + id + " is about " + from + ". Leave it out, or correct its id.");
        }
    }

    /** What is no text is true of both until somebody says otherwise; what the description says counts more. */
    private boolean isShared(Quad quad, ChangeSet described) {
        boolean said = described.added().stream()
                .anyMatch(each -> each.getSubject().equals(into.node())
                        && each.getPredicate().equals(quad.getPredicate())
                        && SaidOfThing.isOutside(each));
        return SaidOfThing.isOutside(quad)
                && quad.getSubject().equals(from.node())
                && quad.getObject().isURI()
                && !quad.getObject().equals(from.node())
                && (quad.getPredicate().equals(RDF.Nodes.type) || !said);
    }
}
