package org.werkgraaf.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.jena.sys.JenaSystem;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;

/** Publishes content of which one label changes, again and again, and prints what that takes of the disk, and how long. */
final class GrowthBench {
    private static final String FILE = "entities/jurisdictions.ttl";
    private static final String LABEL = "\"Belgium\"@en";

    private GrowthBench() {}

    /** @param args how often to publish, folder, not used */
    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        int publishes = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]).resolve("growth").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Path data = folder.resolve("data");
        FileSystemUtils.copyRecursively(Path.of("data"), data);
        String text = Files.readString(data.resolve(FILE));
        if (!text.contains(LABEL)) {
            throw new IllegalStateException(FILE + " has no label " + LABEL);
        }
        Path var = folder.resolve("var");
        ContentReader reader = new ContentReader("ontology", data.toString(), "queries", 20_000_000);
        try (GraphStore store = GraphStore.onDisk(var)) {
            Publisher publisher =
                    new Publisher(reader, store, new EntityIndex(store, 500, 0), "none", Clock.systemUTC());
            long begin = System.nanoTime();
            for (int i = 0; i <= publishes; i++) {
                Files.writeString(data.resolve(FILE), text.replace(LABEL, "\"Belgium " + i + "\"@en"));
                if (publisher.publish().refused()) {
                    throw new IllegalStateException(
                            String.valueOf(publisher.last().map(Publication::reasons)));
                }
                if (i == 0 || i == 1 || i == 10 || i % 50 == 0) {
                    System.out.println("after " + i + " publishes: " + onDisk(var) / 1_000_000 + " MB on the disk, "
                            + (System.nanoTime() - begin) / 1_000_000 / (i + 1) + " ms each");
                }
            }
        }
    }

    /** What the files take of the disk: those of TDB2 are longer than what they hold. */
    private static long onDisk(Path var) throws IOException, InterruptedException {
        Process du = new ProcessBuilder("du", "-s", "--block-size=1", var.toString()).start();
        try (InputStream out = du.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return Long.parseLong(said.split("\\s")[0]);
        } finally {
            du.waitFor();
        }
    }
}
