package org.werkgraaf.publish;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.change.ChangeFolder;
import org.werkgraaf.change.ChangeHistory;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.draft.DraftState;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.edit.Approving;

/**
 * Changes two things in two files at once, and publishes, until it is killed; says each change that was acknowledged. Each change counts one
 * further, so that what is there tells which was the last. Every second change is Bob's and waits until Carl or Dia approves it.
 */
final class EndlessEditor {
    static final String STARTED = "started";
    static final String SAVED = "saved ";
    static final String PUBLISHED = "published ";
    static final String APPROVING = "approving ";
    static final String APPROVED = "approved ";
    static final ThingId RISK = new ThingId("risk", "work-stress");
    static final ThingId TECHNIQUE = new ThingId("technique", "technique-1");

    private EndlessEditor() {}

    public static void main(String[] args) {
        JenaSystem.init();
        Path folder = Path.of(args[0]);
        ContentReader reader = reader(folder);
        ChangeFolder.of(reader).ifPresent(ChangeFolder::recover);
        GraphStore store = GraphStore.onDisk(folder.resolve("var"));
        Publisher publisher = new Publisher(reader, store, new EntityIndex(store, 100, 0), "none", Clock.systemUTC());
        publisher.start();
        ChangeDesk desk = new ChangeDesk(reader, Clock.systemUTC(), new ChangeLimits(20, 100, 20_000));
        int count = ChangeHistory.of(reader.read()).all().size();
        Approving approving = new Approving(folder.resolve("var"), desk, publisher, store);
        say(STARTED);
        // Who comes after a crash finds what still waits, and is not who approved what does not.
        for (DraftChange left : approving.waiting()) {
            count = approve(approving, left, "Eve", count);
        }
        while (true) {
            int next = count + 1;
            count = next % 2 == 0
                    ? approve(
                            approving,
                            approving.propose(change("Bob", count, next)),
                            next % 4 == 0 ? "Carl" : "Dia",
                            count)
                    : save(desk, publisher, count);
            say(PUBLISHED + count);
        }
    }

    private static int save(ChangeDesk desk, Publisher publisher, int count) {
        ChangeVerdict verdict = desk.apply(change("Ann", count, count + 1));
        if (!verdict.written()) {
            refused(verdict.broken());
        }
        say(SAVED + verdict.planned().change().id());
        Publication publication = publisher.publish();
        if (publication.refused()) {
            refused(publication.reasons());
        }
        return count + 1;
    }

    /** Says who is about to approve, and that it was done. */
    private static int approve(Approving approving, DraftChange draft, String who, int count) {
        say(APPROVING + draft.id() + " " + who);
        DraftChange published = approving.approve(draft, who);
        if (published.state() != DraftState.PUBLISHED || !published.by().equals(who)) {
            refused(published);
        }
        say(SAVED + published.change());
        say(APPROVED + draft.id() + " " + who);
        return count + 1;
    }

    private static void refused(Object why) {
        say("refused " + why);
        System.exit(1);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static ContentReader reader(Path folder) {
        Path content = folder.resolve("content");
        return new ContentReader(
                content.resolve("ontology").toString(),
                content.resolve("data").toString(),
                content.resolve("queries").toString(),
                20_000_000);
    }

    private static ChangeSet change(String author, int before, int after) {
        return ChangeSet.wanted(
                author,
                "Count " + after,
                "",
                before == 0 ? List.of() : List.of(counted(RISK, before), counted(TECHNIQUE, before)),
                List.of(counted(RISK, after), counted(TECHNIQUE, after)));
    }

    private static Quad counted(ThingId thing, int count) {
        return new Quad(Quad.defaultGraphNodeGenerated, thing.node(), SKOS.altLabel.asNode(), name(thing, count));
    }

    /** The name that a thing has after so many changes. */
    static Node name(ThingId thing, int count) {
        return NodeFactory.createLiteralLang("stand " + count + " van " + thing.slug(), "nl");
    }
}
