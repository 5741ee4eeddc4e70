package org.werkgraaf.change;

import java.time.Instant;
import java.util.Collection;
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
 * @param approver who else looked at it and had it published; empty when nobody did. Only the service says so
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
        String approver,
        Instant time,
        String reason,
        String answers,
        String reverts,
        List<Quad> removed,
        List<Quad> added) {
    /** One that somebody wants and that is not applied yet. */
    public static ChangeSet wanted(
            String author, String reason, String answers, Collection<Quad> removed, Collection<Quad> added) {
        return new ChangeSet(
                "", author, "", Instant.EPOCH, reason, answers, "", List.copyOf(removed), List.copyOf(added));
    }

    /**
     * The same as it was given, by somebody else or for another reason; what is empty stays as it was. That it takes another one back, and
     * that somebody approved it, is not for who gives it to say.
     */
    public ChangeSet by(String who, String why, String answering) {
        return new ChangeSet(
                id,
                who.isEmpty() ? author : who,
                "",
                time,
                why.isEmpty() ? reason : why,
                answering.isEmpty() ? answers : answering,
                "",
                removed,
                added);
    }

    /** The same for another reason. */
    public ChangeSet because(String why) {
        return new ChangeSet(id, author, approver, time, why, answers, reverts, removed, added);
    }

    /** The same, which somebody had published; its author alone needs nobody to approve. */
    public ChangeSet approvedBy(String who) {
        String other = who.equals(author) ? "" : who;
        return new ChangeSet(id, author, other, time, reason, answers, reverts, removed, added);
    }

    /** Who had it published: who approved it, or else its author. */
    public String publishedBy() {
        return approver.isEmpty() ? author : approver;
    }

    /** Whether the same statements go and come, by the same author. */
    public boolean isSameAs(ChangeSet other) {
        return author.equals(other.author)
                && Set.copyOf(removed).equals(Set.copyOf(other.removed))
                && Set.copyOf(added).equals(Set.copyOf(other.added));
    }

    /** The same, applied at that time, with a name made of it. */
    ChangeSet appliedAt(Instant when) {
        ChangeSet timed = new ChangeSet("", author, approver, when, reason, answers, reverts, removed, added);
        String name = when.toString().substring(0, 10) + "-"
                + ChangeLog.sha256(ChangeFormat.write(timed)).substring(0, 8);
        return new ChangeSet(name, author, approver, when, reason, answers, reverts, removed, added);
    }

    /** The change that takes this one back. */
    public ChangeSet inverse(String who, String why) {
        return new ChangeSet("", who, "", Instant.EPOCH, why, "", id, added, removed);
    }

    /**
     * Requires that no text of it has a control character other than those of lines and tabs: none can be seen, and Turtle holds some of
     * them only escaped.
     *
     * @throws ChangeException that names where one is
     */
    public void requirePlain() {
        ControlCharacters.require("author", author);
        ControlCharacters.require("reason", reason);
        ControlCharacters.require("what it answers", answers);
        added.forEach(quad -> ControlCharacters.require(
                quad.getPredicate().toString(),
                quad.getObject().isLiteral()
                        ? quad.getObject().getLiteralLexicalForm()
                        : quad.getObject().toString()));
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
