package org.werkgraaf.publish;

import java.nio.file.Path;
import java.time.Clock;
import org.apache.jena.sys.JenaSystem;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;

/** Publishes two contents in turn until it is killed. */
final class EndlessPublisher {
    static final String STARTED = "published once";

    private EndlessPublisher() {}

    public static void main(String[] args) {
        JenaSystem.init();
        Path folder = Path.of(args[0]);
        GraphStore store = GraphStore.onDisk(folder.resolve("var"));
        EntityIndex index = new EntityIndex(store, 100, 0);
        Publisher first = new Publisher(reader(folder.resolve("first")), store, index, "none", Clock.systemUTC());
        Publisher second = new Publisher(reader(folder.resolve("second")), store, index, "none", Clock.systemUTC());
        require(first.start());
        System.out.println(STARTED);
        while (true) {
            require(second.publish());
            require(first.publish());
        }
    }

    private static void require(Publication publication) {
        if (publication.refused()) {
            System.out.println(publication.reasons());
            System.exit(1);
        }
    }

    private static ContentReader reader(Path content) {
        return new ContentReader(
                content.resolve("ontology").toString(),
                content.resolve("data").toString(),
                content.resolve("queries").toString(),
                20_000_000);
    }
}
