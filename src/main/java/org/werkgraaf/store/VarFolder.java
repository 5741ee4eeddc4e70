package org.werkgraaf.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder in which the service keeps its releases: each in a folder of its own, and a small file that says which of them is
 * served. One process has it at a time.
 */
final class VarFolder implements AutoCloseable {
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    private static final String RELEASES = "releases";
    private static final String SET_ASIDE = "set-aside";
    /** Where versions before this one kept their only store and index. */
    private static final List<String> EARLIER = List.of("store", "index", "reports");

    /** What follows the name of a folder that was set aside. */
    private static final String ASIDE_SINCE = "-\\d{8}T\\d{6}(-\\d+)?";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final Path root;
    private final Path releases;
    private final FolderLock lock;
    /** Names are not given twice: the folder of a release goes when its last reader leaves, under whatever is there by then. */
    private final Set<String> given = ConcurrentHashMap.newKeySet();

    private VarFolder(Path root) throws IOException {
        this.root = root;
        this.releases = Files.createDirectories(root.resolve(RELEASES));
        this.lock = FolderLock.take(root);
    }

    /**
     * Makes the folder if need be and takes it for this process.
     *
     * @throws StoreException when another process has it, or it cannot be written
     */
    static VarFolder open(Path root) {
        try {
            return new VarFolder(root);
        } catch (IOException e) {
            throw StoreException.of("keep releases", root, e);
        }
    }

    /** Whether the folder is still the one that this process took, as another process would see it. */
    boolean isOurs() {
        return lock.isHeld();
    }

    /**
     * Takes the folder again when somebody removed or replaced it.
     *
     * @throws StoreException when another process was quicker, or it cannot be written
     */
    void keepOurs() {
        if (isOurs()) {
            return;
        }
        try {
            Files.createDirectories(releases);
            lock.takeAgain();
        } catch (IOException e) {
            throw StoreException.of("keep releases", root, e);
        }
    }

    Path root() {
        return root;
    }

    /** The folder of a release by its name. */
    Path folder(String name) {
        given.add(name);
        return releases.resolve(name);
    }

    /** A folder that is not there yet, for a release of that id. */
    Path fresh(String releaseId) throws IOException {
        Files.createDirectories(releases);
        int number = 1;
        Path folder = releases.resolve(releaseId);
        while (!given.add(folder.getFileName().toString()) || Files.exists(folder)) {
            number++;
            folder = releases.resolve(releaseId + "-" + number);
        }
        return Files.createDirectory(folder);
    }

    /**
     * Which release is served; empty when none was published yet.
     *
     * @throws StoreException when that cannot be told
     */
    Optional<Pointer> current() {
        return Pointer.read(root.resolve(CURRENT));
    }

    /** Which release was served before and is kept; empty when none is, or that cannot be told. */
    Optional<Pointer> previous() {
        return readable(PREVIOUS);
    }

    /** From now on that release is the one to be served; when this throws, nothing has changed. See {@link #sync}. */
    void point(Pointer pointer) throws IOException {
        pointer.write(root.resolve(CURRENT));
    }

    /** From now on that release is the one that was served before and is kept; none when empty. */
    void pointPrevious(Optional<Pointer> pointer) throws IOException {
        Path file = root.resolve(PREVIOUS);
        if (pointer.isPresent()) {
            pointer.get().write(file);
        } else {
            DurableFiles.delete(file);
        }
    }

    /** Has what {@link #point} said written to the disk. */
    void sync() throws IOException {
        DurableFiles.syncFolder(root);
    }

    /** The folders in which an earlier version of the service kept its release. */
    List<Path> earlier() {
        return EARLIER.stream().map(root::resolve).filter(Files::isDirectory).toList();
    }

    /** What a file says that names a release; empty too when that cannot be told. */
    private Optional<Pointer> readable(String name) {
        try {
            return Pointer.read(root.resolve(name));
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    /** Removes releases that were begun and not finished. */
    void removeUnfinished(Optional<Pointer> named) throws IOException {
        List<Path> finished = finished();
        try (Stream<Path> folders = Files.list(releases)) {
            for (Path folder : folders.filter(each -> !finished.contains(each)).toList()) {
                if (!folder.getFileName()
                        .toString()
                        .equals(named.map(Pointer::folder).orElse(""))) {
                    DurableFiles.delete(folder);
                }
            }
        }
    }

    /** Removes what is left of releases that are served no more or never were, but for the one that is kept. */
    void removeAllBut(Optional<Pointer> served) throws IOException {
        Set<String> kept = Stream.of(served, previous())
                .flatMap(Optional::stream)
                .map(Pointer::folder)
                .collect(Collectors.toSet());
        try (Stream<Path> folders = Files.list(releases)) {
            for (Path folder : folders.toList()) {
                if (!kept.contains(folder.getFileName().toString())) {
                    DurableFiles.delete(folder);
                }
            }
        }
    }

    /** Puts a folder where nothing removes it; returns where. Empty when there is none. */
    Optional<Path> setAside(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        Path aside = root.resolve(SET_ASIDE);
        Files.createDirectories(aside);
        String name = folder.getFileName() + "-" + TIME.format(Instant.now());
        int number = 1;
        Path target = aside.resolve(name);
        while (Files.exists(target)) {
            number++;
            target = aside.resolve(name + "-" + number);
        }
        DurableFiles.moveIntoPlace(folder, target);
        DurableFiles.syncFolder(releases);
        return Optional.of(target);
    }

    /** All folders that may hold the release that is meant, when the one that is named does not; the one that is named last. */
    List<Path> doubtful() throws IOException {
        List<Path> folders = new ArrayList<>(candidates());
        readable(CURRENT).map(pointer -> releases.resolve(pointer.folder())).ifPresent(named -> {
            folders.remove(named);
            folders.add(named);
        });
        return folders;
    }

    /** Where the release that is named was put last, if it was set aside; a crash may have come before it was made again. */
    Optional<Path> asideOfCurrent() throws IOException {
        String name = readable(CURRENT).map(Pointer::folder).orElse("");
        if (Files.exists(releases.resolve(name))) {
            return Optional.empty();
        }
        return aside().stream()
                .filter(folder -> folder.getFileName().toString().matches(Pattern.quote(name) + ASIDE_SINCE))
                .reduce((earlier, later) -> later);
    }

    /** The releases that were finished and may be meant to be served, in the order of their names. */
    List<Path> candidates() throws IOException {
        String previous = previous().map(Pointer::folder).orElse("");
        return finished().stream()
                .filter(folder -> !folder.getFileName().toString().equals(previous))
                .toList();
    }

    private List<Path> finished() throws IOException {
        try (Stream<Path> folders = Files.list(releases)) {
            return folders.filter(folder -> Files.exists(folder.resolve(Manifest.FILE)))
                    .sorted()
                    .toList();
        }
    }

    /** The folders that were set aside. */
    List<Path> aside() throws IOException {
        Path aside = root.resolve(SET_ASIDE);
        if (!Files.isDirectory(aside)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(aside)) {
            return folders.sorted().toList();
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
