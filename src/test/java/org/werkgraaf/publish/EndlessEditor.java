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
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Changes two things in two files at once, and publishes, until it is killed; says each change that was acknowledged. Each change counts one
 * further, so that what is there tells which was the last.
 */
final class EndlessEditor {
    static final String STARTED = "started";
    static final String SAVED = "saved ";
    static final String PUBLISHED = "published ";
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
        say(STARTED);
        while (true) {
            int next = count + 1;
            ChangeVerdict verdict = desk.apply(change(count, next));
            if (!verdict.written()) {
                say("refused " + verdict.broken());
                System.exit(1);
            }
            count = next;
            say(SAVED + verdict.planned().change().id());
            Publication publication = publisher.publish();
            if (publication.refused()) {
                say("refused " + publication.reasons());
                System.exit(1);
            }
            say(PUBLISHED + count);
        }
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

    private static ChangeSet change(int before, int after) {
        return ChangeSet.wanted(
                "Ann",
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
