package org.werkgraaf.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.werkgraaf.vocabulary.ThingId;

/**
 * What somebody changed at once, or wants to. Its statements are those of the files: what stands in braces is in a graph named after the
 * passage, all else in the graph {@link Quad#defaultGraphNodeGenerated}.
 *
 * @param id its name in the log; empty as long as it is not applied
 * @param author who, as they gave their name
 * @param time when; the beginning of time as long as it is not applied
 * @param reason why, in a sentence or two
 * @param answers what it answers, such as the id of a proposal; empty when nothing
 * @param reverts id of the change that it takes back; empty when none
 * @param removed statements that go, in order
 * @param added statements that come, in order
 */
public record ChangeSet(
        String id,
        String author,
        Instant time,
        String reason,
        String answers,
        String reverts,
        List<Quad> removed,
        List<Quad> added) {
    /**
     * The same as it was given, by somebody else or for another reason; what is empty stays as it was. That it takes another one back is
     * not for who gives it to say.
     */
    public ChangeSet by(String who, String why, String answering) {
        return new ChangeSet(
                id,
                who.isEmpty() ? author : who,
                time,
                why.isEmpty() ? reason : why,
                answering.isEmpty() ? answers : answering,
                "",
                removed,
                added);
    }

    /** The same for another reason. */
    public ChangeSet because(String why) {
        return new ChangeSet(id, author, time, why, answers, reverts, removed, added);
    }

    /** Whether the same statements go and come, by the same author. */
    public boolean isSameAs(ChangeSet other) {
        return author.equals(other.author)
                && Set.copyOf(removed).equals(Set.copyOf(other.removed))
                && Set.copyOf(added).equals(Set.copyOf(other.added));
    }

    /** The same, applied at that time, with a name made of it. */
    ChangeSet appliedAt(Instant when) {
        ChangeSet timed = new ChangeSet("", author, when, reason, answers, reverts, removed, added);
        String name = when.toString().substring(0, 10) + "-"
                + ChangeLog.sha256(ChangeFormat.write(timed)).substring(0, 8);
        return new ChangeSet(name, author, when, reason, answers, reverts, removed, added);
    }

    /** The change that takes this one back. */
    public ChangeSet inverse(String who, String why) {
        return new ChangeSet("", who, Instant.EPOCH, why, "", id, added, removed);
    }

    /** How many statements go or come. */
    public int size() {
        return removed.size() + added.size();
    }

    /** All its statements. */
    public Stream<Quad> quads() {
        return Stream.concat(removed.stream(), added.stream());
    }

    /** What it says something else of than before: its subjects, and the passages in whose braces they stand. */
    public Set<Node> touched() {
        return quads().flatMap(quad -> quad.getGraph().equals(Quad.defaultGraphNodeGenerated)
                        ? Stream.of(quad.getSubject())
                        : Stream.of(quad.getSubject(), quad.getGraph()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The value of a property of a subject that comes, if there is one. */
    Optional<Node> addedValue(Node subject, Node property) {
        return added.stream()
                .filter(quad -> quad.getSubject().equals(subject)
                        && quad.getPredicate().equals(property)
                        && quad.getGraph().equals(Quad.defaultGraphNodeGenerated))
                .map(Quad::getObject)
                .findFirst();
    }

    /** Id of the first thing of which something goes or comes; empty when there is none. */
    public String firstThing() {
        return quads().flatMap(quad -> ThingId.find(quad.getSubject()).stream())
                .map(ThingId::toString)
                .findFirst()
                .orElse("");
    }

    /** SHA-256 of all that it says, in hexadecimal. */
    public String digest() {
        return ChangeLog.sha256(ChangeFormat.write(this));
    }
}
