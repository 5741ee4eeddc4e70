package org.werkgraaf.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;

/** A folder of the service with a release of the small content in it, published once and copied for each test that damages it. */
final class PublishedOnce {
    private final Path var;
    private final Release release;

    /** Publishes below a folder. */
    PublishedOnce(Path folder) {
        var = folder.resolve("var");
        SmallContent content = new SmallContent(folder.resolve("content"));
        try (GraphStore store = GraphStore.onDisk(var)) {
            new Publisher(content.reader(), store, new EntityIndex(store, 100, 0), "none", Clock.systemUTC()).start();
            release = store.release().orElseThrow();
        }
    }

    /** Copies the folder of the service; the release in it. */
    Release copyTo(Path to) {
        try (Stream<Path> files = Files.walk(var)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(var.relativize(file).toString()));
            }
            return release;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
