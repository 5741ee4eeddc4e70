package org.werkgraaf.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.jena.sys.JenaSystem;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreException;

/**
 * A process that opens a store, publishes when it is told to, and has readers that compare all the while what they read: started with
 * the folder of the content and that of the store; told by lines {@code publish} and {@code end}; answers with a line each.
 */
final class FaultChild {
    static final String SERVED = "served ";
    static final String NOTHING = "nothing";
    static final String FAILED = "failed ";

    private static final int READERS = 2;

    private static volatile boolean reading = true;
    private static volatile String mixed = "";

    private FaultChild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        JenaSystem.init();
        Path content = Path.of(args[0]);
        ContentReader reader = new ContentReader(
                content.resolve("ontology").toString(),
                content.resolve("data").toString(),
                content.resolve("queries").toString(),
                20_000_000);
        try (GraphStore store = GraphStore.onDisk(Path.of(args[1]))) {
            EntityIndex index = new EntityIndex(store, 100, 4);
            Publisher publisher = new Publisher(reader, store, index, "none", Clock.systemUTC());
            say(store, publisher::start);
            Thread[] readers = new Thread[READERS];
            for (int i = 0; i < READERS; i++) {
                readers[i] = new Thread(() -> read(store, index));
                readers[i].start();
            }
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
                say(store, publisher::publish);
            }
            reading = false;
            for (Thread each : readers) {
                each.join();
            }
        }
        System.out.println("ended");
    }

    private interface Attempt {
        Publication run();
    }

    /** Says what is served after an attempt, or that it failed and why. */
    private static void say(GraphStore store, Attempt attempt) {
        String failed = "";
        try {
            Publication result = attempt.run();
            if (result.outcome().name().equals("FAILED")) {
                failed = FAILED + result.summary() + " ";
            }
        } catch (StoreException e) {
            failed = FAILED + e.getMessage() + " ";
        } catch (RuntimeException | Error e) {
            failed = FAILED + "UNTOLD " + e + " ";
        }
        String served = store.release().map(Release::digest).map(SERVED::concat).orElse(NOTHING);
        System.out.println("> " + mixed + failed + served);
    }

    /** What is read in one lease is of one release: the one that the graph names is the one that the index names and finds. */
    private static void read(GraphStore store, EntityIndex index) {
        while (reading) {
            try (Lease lease = store.lease()) {
                String open = lease.release().release().map(Release::id).orElse("");
                if (!open.isEmpty()) {
                    String found = index.search(new SearchRequest(
                                    "", "nl", Map.of(), null, null, null, SearchRequest.Sorting.LABEL, 5, null))
                            .release();
                    long triples = lease.release()
                            .read(snapshot -> (long) snapshot.union().size());
                    if (!open.equals(found) || triples == 0) {
                        mixed = "MIXED " + open + " " + found + " ";
                    }
                }
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                mixed = "MIXED " + e + " ";
            }
        }
    }
}
