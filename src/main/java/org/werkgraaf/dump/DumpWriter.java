package org.werkgraaf.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Snapshot;

/** Writes a release into a folder, as a whole or not at all. The same release always gives the same bytes. */
public final class DumpWriter {
    private DumpWriter() {}

    /**
     * Writes the release that a reader sees.
     *
     * @param target the folder; a dump that is there already is replaced
     * @throws DumpException when the folder holds something else
     */
    public static Dump write(Snapshot snapshot, Path target) {
        return write(snapshot, target, Stop.NEVER);
    }

    static Dump write(Snapshot snapshot, Path target, Stop stop) {
        Path absolute = target.toAbsolutePath().normalize();
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".dump-being-written");
        Path before = absolute.resolveSibling("." + absolute.getFileName() + ".dump-replaced");
        try {
            requireReplaceable(absolute);
            FileSystemUtils.deleteRecursively(temporary);
            FileSystemUtils.deleteRecursively(before);
            Files.createDirectories(temporary);
            DumpIndex index = fill(snapshot, temporary, stop);
            DurableFiles.syncTree(temporary);
            if (Files.exists(absolute)) {
                Files.move(absolute, before, StandardCopyOption.ATOMIC_MOVE);
            }
            DurableFiles.moveIntoPlace(temporary, absolute);
            FileSystemUtils.deleteRecursively(before);
            return new Dump(absolute, index);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the dump to " + absolute, e);
        } finally {
            // Half a dump only takes room, which may be the very thing that was lacking.
            FileSystemUtils.deleteRecursively(temporary.toFile());
        }
    }

    private static DumpIndex fill(Snapshot snapshot, Path folder, Stop stop) throws IOException {
        Release release =
                snapshot.release().orElseThrow(() -> new IllegalStateException("No release is published yet"));
        FileSet files = new FileSet(folder);
        Graph union = GraphFiles.write(snapshot, NamedGraph.all(snapshot), files, stop);
        JsonLdFile.write(union, files, stop);
        ClassTables.write(union, files, stop);
        try (var sums = files.open(Dump.SUMS)) {
            sums.write(sums(files.written()).getBytes(StandardCharsets.UTF_8));
        }
        DumpIndex index = new DumpIndex(release.id(), files.written());
        Files.write(folder.resolve(Dump.INDEX), Dump.bytes(index));
        return index;
    }

    private static String sums(List<DumpFile> files) {
        return files.stream()
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }

    /** Only an earlier dump is thrown away for a new one: nobody loses other files by naming the wrong folder. */
    private static void requireReplaceable(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<String> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> !Files.isDirectory(file))
                        .forEach(file ->
                                found.add(folder.relativize(file).toString().replace('\\', '/')));
            }
        } else {
            found.add("");
        }
        Set<String> expected = Dump.open(folder).stream()
                .flatMap(dump -> dump.index().files().stream())
                .map(DumpFile::name)
                .collect(Collectors.toSet());
        Optional<String> other = found.stream()
                .filter(name -> !expected.contains(name) && !(name.equals(Dump.INDEX) && !expected.isEmpty()))
                .findFirst();
        if (other.isPresent()) {
            throw new DumpException("The folder " + folder + " holds something that is not a dump (" + other.get()
                    + "). Name a folder that is empty or does not exist yet.");
        }
    }
}
