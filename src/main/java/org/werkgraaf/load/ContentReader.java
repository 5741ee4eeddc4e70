package org.werkgraaf.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the content from folders on disk or, where a location starts with {@code classpath:}, from the jar. */
public final class ContentReader {
    private static final String CLASSPATH = "classpath:";
    private static final String CHANGES = "data/changes/";

    private final List<Folder> folders;
    private final long fileBytesMax;

    /**
     * @param ontology folder or {@code classpath:} location of the ontology
     * @param data the same for the data
     * @param queries the same for the saved questions
     * @param fileBytesMax the largest file that is read, in bytes
     */
    public ContentReader(String ontology, String data, String queries, long fileBytesMax) {
        this.folders =
                List.of(new Folder("ontology", ontology), new Folder("data", data), new Folder("queries", queries));
        this.fileBytesMax = fileBytesMax;
    }

    /**
     * Reads every Turtle, TriG, SPARQL and TSV file, and the changes with their log.
     *
     * @throws LoadException when a folder does not exist or a file is too large
     */
    public Content read() {
        return read(ContentReader::isContent);
    }

    /**
     * Reads what the content must answer, which is no part of a release: the cases of the check and the competency questions with their
     * answers.
     *
     * @return no files where none come with the content
     */
    public Content readExpected() {
        return read(ContentReader::isExpected);
    }

    /** Reads the changes with their log alone. */
    public Content readChanges() {
        return read(path -> path.startsWith(CHANGES) && isContent(path));
    }

    private Content read(Predicate<String> wanted) {
        List<ContentFile> files = new ArrayList<>();
        for (Folder folder : folders) {
            try {
                if (folder.location().startsWith(CLASSPATH)) {
                    readClasspath(folder, wanted, files);
                } else {
                    readDisk(folder, wanted, files);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the folder " + folder.location(), e);
            }
        }
        return Content.of(files);
    }

    /**
     * Where a file of the content lies, or would lie, on the disk.
     *
     * @param path its path from the content's root
     * @return empty when that part of the content comes with the jar
     */
    public Optional<Path> place(String path) {
        return folders.stream()
                .filter(folder -> path.startsWith(folder.name() + "/"))
                .filter(folder -> !folder.location().startsWith(CLASSPATH))
                .map(folder -> Path.of(folder.location())
                        .resolve(path.substring(folder.name().length() + 1)))
                .findFirst();
    }

    private void readClasspath(Folder folder, Predicate<String> wanted, List<ContentFile> files) throws IOException {
        String root = folder.location().substring(CLASSPATH.length());
        Resource[] resources = new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "/**/*.*");
        String marker = "/" + root + "/";
        for (Resource resource : resources) {
            String url = resource.getURL().toString();
            String path = folder.name() + "/" + url.substring(url.lastIndexOf(marker) + marker.length());
            if (wanted.test(path)) {
                try (InputStream in = resource.getInputStream()) {
                    files.add(new ContentFile(path, in.readAllBytes()));
                }
            }
        }
    }

    private void readDisk(Folder folder, Predicate<String> wanted, List<ContentFile> files) throws IOException {
        Path root = Path.of(folder.location());
        if (!Files.isDirectory(root)) {
            throw new LoadException(List.of(new LoadProblem(
                    folder.location(),
                    0,
                    0,
                    "The folder for the " + folder.name() + " does not exist.",
                    "Point the setting werkgraaf.content." + folder.name() + " at an existing folder.")));
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path =
                        folder.name() + "/" + root.relativize(file).toString().replace('\\', '/');
                if (wanted.test(path)) {
                    files.add(new ContentFile(path, readLimited(file, path)));
                }
            }
        }
    }

    private byte[] readLimited(Path file, String path) throws IOException {
        if (Files.size(file) > fileBytesMax) {
            throw new LoadException(List.of(new LoadProblem(
                    path,
                    0,
                    0,
                    "The file is " + Files.size(file) + " bytes; at most " + fileBytesMax + " are read.",
                    "Split the file, or raise the setting werkgraaf.content.file-bytes-max.")));
        }
        return Files.readAllBytes(file);
    }

    /** Test cases of shapes and competency questions are not part of a release. */
    private static boolean isContent(String path) {
        boolean kind = path.endsWith(".ttl") || path.endsWith(".trig") || path.endsWith(".rq") || path.endsWith(".tsv");
        boolean change = path.startsWith(CHANGES) && (path.endsWith(".rdfp") || path.equals("data/changes/log.txt"));
        return (kind || change)
                && !path.startsWith("ontology/tests/")
                && !path.startsWith("queries/competency/")
                && !path.startsWith("queries/relevance/");
    }

    private static boolean isExpected(String path) {
        return path.startsWith("queries/scenarios/") && (path.endsWith(".yaml") || path.endsWith(".txt"))
                || path.startsWith("queries/competency/");
    }

    private record Folder(String name, String location) {}
}
