package org.werkgraaf.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.apache.jena.sys.JenaSystem;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;

/**
 * Publishes content of which one label changes, again and again, and prints what that takes of the disk, and how long: a small content
 * as often as it is told, the packaged one, of which each publish takes seconds, a twentieth as often.
 */
final class GrowthBench {
    private static final String FILE = "data/entities/jurisdictions.ttl";
    private static final String LABEL = "\"Belgium\"@en";
    private static final int PACKAGED_ONE_IN = 20;

    private GrowthBench() {}

    /** @param args how often to publish, folder */
    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        int publishes = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]).resolve("growth").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        publish("small content", new SmallContent(folder.resolve("small")).root(), publishes);
        Path packaged = folder.resolve("packaged");
        for (String part : new String[] {"ontology", "data", "queries"}) {
            FileSystemUtils.copyRecursively(Path.of(part), packaged.resolve(part));
        }
        publish("packaged content", packaged, publishes / PACKAGED_ONE_IN);
    }

    private static void publish(String name, Path content, int publishes) throws Exception {
        Path file = content.resolve(FILE);
        String text = Files.readString(file);
        if (!text.contains(LABEL)) {
            throw new IllegalStateException(FILE + " has no label " + LABEL);
        }
        Path var = content.resolve("var");
        ContentReader reader = new ContentReader(
                content.resolve("ontology").toString(),
                content.resolve("data").toString(),
                content.resolve("queries").toString(),
                20_000_000);
        long fresh = 0;
        long most = 0;
        try (GraphStore store = GraphStore.onDisk(var)) {
            Publisher publisher =
                    new Publisher(reader, store, new EntityIndex(store, 500, 0), "none", Clock.systemUTC());
            long begin = System.nanoTime();
            for (int i = 0; i <= publishes; i++) {
                Files.writeString(file, text.replace(LABEL, "\"Belgium " + i + "\"@en"));
                if (publisher.publish().refused()) {
                    throw new IllegalStateException(
                            String.valueOf(publisher.last().map(Publication::reasons)));
                }
                long bytes = onDisk(var);
                fresh = i == 0 ? bytes : fresh;
                most = Math.max(most, bytes);
                if (i == 0 || i == 1 || i == 10 || i % 50 == 0 || i == publishes) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s, after %d publishes: %,d bytes on the disk, at most %.2f times a fresh one, %d ms each%n",
                            name,
                            i,
                            bytes,
                            (double) most / fresh,
                            (System.nanoTime() - begin) / 1_000_000 / (i + 1));
                }
            }
        }
        if (most > 2 * fresh) {
            throw new IllegalStateException("The folder grew to more than twice a fresh one.");
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
