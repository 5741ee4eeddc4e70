package org.werkgraaf.change;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.load.Content;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * Makes one thing of two that are one: all that is said of the one, and points to it, is said of the other, its names become other names of
 * that, and it stays as what was withdrawn, with what takes its place.
 */
public final class ThingMerge {
    /** What stays with the thing that is withdrawn, so that its page still says what it was. */
    private static final Set<Node> STAYS = Set.of(SKOS.prefLabel.asNode(), SKOS.definition.asNode());

    private final SaidOfThing from;
    private final SaidOfThing into;
    private final Set<Node> single;
    private final Set<Quad> removed = new LinkedHashSet<>();
    private final Set<Quad> added = new LinkedHashSet<>();

    private ThingMerge(SaidOfThing from, SaidOfThing into, Set<Node> single) {
        this.from = from;
        this.into = into;
        this.single = single;
    }

    /**
     * The change that merges one thing into another.
     *
     * @throws ChangeException when they cannot be merged, with why
     */
    public static ChangeSet of(Content content, ThingId from, ThingId into, String author, String reason) {
        SaidOfThing old = SaidOfThing.of(content, from);
        SaidOfThing kept = SaidOfThing.of(content, into);
        SaidOfThing.require(old, from);
        SaidOfThing.require(kept, into);
        if (from.equals(into) || !Objects.equals(old.type(), kept.type())) {
            throw ChangeException.conflict(
                    from + " and " + into + (from.equals(into) ? " are one already." : " are things of two classes.")
                            + " Give the ids of two things of one class.");
        }
        requireUnnamed(content, from);
        ThingMerge merge = new ThingMerge(old, kept, SaidOfThing.singleValued(content));
        old.quads().forEach(merge::move);
        merge.withdraw();
        return ChangeSet.wanted(author, reason, "", merge.removed, merge.added);
    }

    /** Questions and shapes are written by hand, and stay as they are. */
    private static void requireUnnamed(Content content, ThingId id) {
        Pattern named = Pattern.compile("(?<![a-z0-9-])(?:" + Pattern.quote(id.segment() + "\\/" + id.slug()) + "|"
                + Pattern.quote(id.toString()) + ")(?![a-z0-9-]|\\.[a-z0-9])");
        content.files().stream()
                .filter(file -> file.path().startsWith("queries/")
                        || file.path().startsWith("ontology/shapes/")
                        || file.path().startsWith("ontology/rules/"))
                .filter(file -> named.matcher(file.text()).find())
                .findFirst()
                .ifPresent(file -> {
                    throw ChangeException.conflict(
                            file.path() + " names " + id + ". Change that by hand first, then merge.");
                });
    }

    private void move(Quad quad) {
        boolean own = SaidOfThing.isOutside(quad) && quad.getSubject().equals(from.thing());
        if (own && STAYS.contains(quad.getPredicate())) {
            if (quad.getPredicate().equals(SKOS.prefLabel.asNode())) {
                name(quad.getObject());
            }
            return;
        }
        removed.add(quad);
        if (own && quad.getPredicate().equals(RDF.Nodes.type)) {
            return;
        }
        if (own && quad.getPredicate().equals(SKOS.altLabel.asNode())) {
            name(quad.getObject());
            return;
        }
        Quad moved = SaidOfThing.with(quad, from.thing(), into.thing());
        boolean circle = moved.getSubject().equals(moved.getObject());
        boolean hasOne = own
                && single.contains(quad.getPredicate())
                && into.outside(quad.getPredicate()).findAny().isPresent();
        if (!circle && !hasOne && !into.quads().contains(moved)) {
            added.add(moved);
        }
    }

    /** A name of the one is another name of the other, unless it has it. */
    private void name(Node name) {
        boolean known = into.names().stream().anyMatch(each -> each.sameTermAs(name) || sameText(each, name));
        if (!known) {
            added.add(quad(into.thing(), SKOS.altLabel.asNode(), name));
        }
    }

    private static boolean sameText(Node one, Node other) {
        return one.getLiteralLanguage().equals(other.getLiteralLanguage())
                && one.getLiteralLexicalForm().equalsIgnoreCase(other.getLiteralLexicalForm());
    }

    private void withdraw() {
        added.add(quad(from.thing(), RDF.Nodes.type, Wg.WITHDRAWN));
        added.add(quad(
                from.thing(), OWL2.deprecated.asNode(), NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean)));
        added.add(quad(from.thing(), DCTerms.isReplacedBy.asNode(), into.thing()));
    }

    private static Quad quad(Node subject, Node property, Node value) {
        return new Quad(Quad.defaultGraphNodeGenerated, subject, property, value);
    }
}
