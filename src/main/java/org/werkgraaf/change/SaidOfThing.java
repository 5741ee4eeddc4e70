package org.werkgraaf.change;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.turtle.TurtleException;
import org.werkgraaf.turtle.TurtleText;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** What the files of some content say of a thing, and of others with it. */
public final class SaidOfThing {
    private final Node thing;
    private final Set<Quad> quads = new LinkedHashSet<>();

    private SaidOfThing(Node thing) {
        this.thing = thing;
    }

    /** All statements from or to a thing; none when there is no such thing. */
    public static Set<Quad> all(Content content, ThingId id) {
        return Set.copyOf(of(content, id).quads);
    }

    static SaidOfThing of(Content content, ThingId id) {
        SaidOfThing said = new SaidOfThing(id.node());
        ChangePlan.turtle(content)
                .filter(file -> file.text().contains(id.slug()))
                .forEach(said::read);
        return said;
    }

    private void read(ContentFile file) {
        try {
            TurtleText.of(file.text()).quads().stream()
                    .filter(quad ->
                            quad.getSubject().equals(thing) || quad.getObject().equals(thing))
                    .forEach(quads::add);
        } catch (TurtleException e) {
            throw ChangeException.unsound(
                    file.path() + " cannot be read: " + e.getMessage() + " Correct it by hand first.");
        }
    }

    Node thing() {
        return thing;
    }

    Set<Quad> quads() {
        return quads;
    }

    boolean isKnown() {
        return type() != null;
    }

    /** Ids of what took the place of it, when it was withdrawn. */
    String successors() {
        return outside(DCTerms.isReplacedBy.asNode())
                .map(quad ->
                        ThingId.find(quad.getObject()).map(ThingId::toString).orElse(""))
                .filter(id -> !id.isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Nullable Node type() {
        return outside(RDF.Nodes.type).map(Quad::getObject).findFirst().orElse(null);
    }

    /** What is said of it outside of braces, by a property. */
    Stream<Quad> outside(Node property) {
        return quads.stream()
                .filter(quad -> isOutside(quad) && quad.getSubject().equals(thing))
                .filter(quad -> quad.getPredicate().equals(property));
    }

    /** Its names. */
    Set<Node> names() {
        return Stream.concat(outside(SKOS.prefLabel.asNode()), outside(SKOS.altLabel.asNode()))
                .map(Quad::getObject)
                .collect(Collectors.toSet());
    }

    static boolean isOutside(Quad quad) {
        return quad.getGraph().equals(Quad.defaultGraphNodeGenerated);
    }

    /** The same statement of, or with, another thing. */
    static Quad with(Quad quad, Node from, Node into) {
        return new Quad(
                quad.getGraph(),
                quad.getSubject().equals(from) ? into : quad.getSubject(),
                quad.getPredicate(),
                quad.getObject().equals(from) ? into : quad.getObject());
    }

    /**
     * Requires that a thing can be merged or split.
     *
     * @throws ChangeException when there is none, or it is a source or a place in one, or was withdrawn
     */
    static ThingId require(SaidOfThing said, ThingId id) {
        if (!said.isKnown()) {
            throw ChangeException.conflict("There is no " + id + ". Give the id of a thing as its page has it.");
        }
        if (Wg.WITHDRAWN.equals(said.type())) {
            String next = said.successors();
            throw ChangeException.conflict(id + " was withdrawn"
                    + (next.isEmpty()
                            ? ", and can be neither merged nor split."
                            : ", and " + next + " took its place. Give that id instead."));
        }
        if (Wg.SOURCE.equals(said.type()) || Wg.PASSAGE.equals(said.type())) {
            throw ChangeException.conflict(
                    id
                            + " is a source or a place in one; what they say stands by itself. Change the statements one by one.");
        }
        return id;
    }

    /** Properties that have one value at most. */
    static Set<Node> singleValued(Content content) {
        return content.in("ontology", ".ttl").stream()
                .filter(file -> file.path().equals("ontology/werkgraaf.ttl"))
                .map(file -> TurtleText.of(file.text()).quads())
                .flatMap(Collection::stream)
                .filter(quad -> quad.getPredicate().equals(Wg.SINGLE_VALUED))
                .map(Quad::getSubject)
                .collect(Collectors.toSet());
    }
}
