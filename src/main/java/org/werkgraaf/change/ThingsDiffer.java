package org.werkgraaf.change;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.werkgraaf.load.Content;
import org.werkgraaf.vocabulary.ThingId;

/** Says of two things that may be taken for one that they are two, so that nobody has to look again. */
public final class ThingsDiffer {
    private ThingsDiffer() {}

    /**
     * The change that says so, of the first by id.
     *
     * @throws ChangeException when it is said already, or nobody could take them for one
     */
    public static ChangeSet of(Content content, ThingId one, ThingId other, String author, String reason) {
        SaidOfThing first = SaidOfThing.of(content, one);
        SaidOfThing second = SaidOfThing.of(content, other);
        SaidOfThing.require(first, one);
        SaidOfThing.require(second, other);
        if (one.equals(other) || !Objects.equals(first.type(), second.type())) {
            throw ChangeException.conflict(one + " and " + other
                    + (one.equals(other) ? " are one thing." : " are things of two classes: nobody takes them for one.")
                    + " Give the ids of two things of one class.");
        }
        Node different = OWL2.differentFrom.asNode();
        boolean said = Stream.of(first, second)
                .flatMap(each -> each.outside(different))
                .anyMatch(quad -> quad.getObject().equals(first.thing())
                        || quad.getObject().equals(second.thing()));
        if (said) {
            throw ChangeException.conflict(
                    "That " + one + " and " + other + " are two things is said already. Nothing is left to do.");
        }
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        return ChangeSet.wanted(
                author,
                reason,
                "",
                List.of(),
                List.of(new Quad(
                        Quad.defaultGraphNodeGenerated,
                        (inOrder ? first : second).thing(),
                        different,
                        (inOrder ? second : first).thing())));
    }
}
