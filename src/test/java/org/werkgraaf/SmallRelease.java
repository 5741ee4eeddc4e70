package org.werkgraaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Manifest;
import org.werkgraaf.store.Release;

/**
 * The small content with its release, as a service leaves both behind that published it and ended. They are made once for all tests of a
 * process and copied for each that needs some to change or damage; what publishing does is seen by the tests of publishing.
 */
public final class SmallRelease {
    /** Where the release is, below the folder of a test. */
    public static final String VAR = "var";

    private static final String CONTENT = "content";

    private static @Nullable Path made;

    private SmallRelease() {}

    /**
     * Puts both into a folder, as {@code content} and {@code var}.
     *
     * @return the content
     */
    public static SmallContent into(Path folder) {
        copy(made(), folder);
        return SmallContent.in(folder.resolve(CONTENT));
    }

    /**
     * Puts both into a folder and has a service that a test starts serve them.
     *
     * @return the content
     */
    public static SmallContent serve(Path folder, DynamicPropertyRegistry settings) {
        SmallContent content = into(folder);
        content.serve(settings);
        settings.add("werkgraaf.var", () -> folder.resolve(VAR).toString());
        return content;
    }

    /** The release that was put into a folder. */
    public static Release of(Path folder) throws IOException {
        try (Stream<Path> releases = Files.list(folder.resolve(VAR).resolve("releases"))) {
            Path only = releases.findFirst().orElseThrow();
            return Manifest.of(Files.readAllBytes(only.resolve(Manifest.FILE))).release();
        }
    }

    private static synchronized Path made() {
        Path known = made;
        if (known == null) {
            known = make();
            made = known;
        }
        return known;
    }

    private static Path make() {
        try {
            Path folder = TemporaryFolders.create();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            SmallContent content = new SmallContent(folder.resolve(CONTENT));
            try (GraphStore store = GraphStore.onDisk(folder.resolve(VAR))) {
                new Publisher(content.reader(), store, new EntityIndex(store, 100, 0), "none", Clock.systemUTC())
                        .start();
                store.release().orElseThrow();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
