package org.werkgraaf.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.load.Content;
import org.werkgraaf.store.Draft;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Manifest;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Release.GraphState;
import org.werkgraaf.store.ReleaseFolder;
import org.werkgraaf.stream.StreamLimits;
import org.werkgraaf.stream.StreamWriter;
import org.werkgraaf.vocabulary.Graphs;

/** A release that the service takes for one of the packaged content, with more in its graphs. */
public final class SyntheticRelease {
    private static final String ID = "2026-11-22-synthetic";

    private SyntheticRelease() {}

    /** Fills an empty folder with a store of TDB2, and says how many statements that are. */
    public interface Loader {
        long load(Path store) throws Exception;
    }

    /** Where the release is that is served from a folder; empty when there is none that this version of the service would keep. */
    public static Optional<Path> find(Path var) throws IOException {
        if (Files.notExists(var.resolve("current"))) {
            return Optional.empty();
        }
        String name = Files.readString(var.resolve("current")).split(" ")[0];
        Path folder = var.resolve("releases").resolve(name);
        Manifest manifest = Manifest.of(Files.readAllBytes(folder.resolve(Manifest.FILE)));
        return manifest.format().equals(CodeFormat.current()) ? Optional.of(folder) : Optional.empty();
    }

    /** Makes it without an index; returns how many statements it has. */
    public static long load(Path var, Candidate packaged, Content content, Loader loader) throws Exception {
        try (GraphStore store = GraphStore.onDisk(var);
                Draft draft = store.draft(ID)) {
            long statements = loader.load(draft.makeFolder(ReleaseFolder.STORE));
            // No digest: the graphs of so large a release are not compared.
            Map<String, GraphState> graphs = Map.of(Graphs.ENTITIES.getURI(), new GraphState("", statements));
            Release release =
                    new Release(ID, packaged.digest(), content.digest(), Instant.parse("2026-11-22T00:00:00Z"), graphs);
            draft.writeGraphs(release, Map.of());
            draft.write(ReleaseFolder.CONTENT, ContentArchive.write(content));
            store.serve(draft.finish(release, CodeFormat.current()));
            return statements;
        }
    }

    /** Makes its index as a start does that finds none. */
    public static void index(Path var) throws IOException {
        try (GraphStore store = GraphStore.onDisk(var)) {
            OpenRelease loaded = store.stored().orElseThrow();
            Content content = ContentArchive.read(loaded.folder().orElseThrow());
            new ReleaseMaker(store, new EntityIndex(store, 500, 0), new StreamWriter(StreamLimits.DEFAULT))
                    .makeIndexAgain(loaded, content, List.of());
            store.discard(loaded);
        }
    }
}
