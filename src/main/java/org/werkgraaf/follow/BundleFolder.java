package org.werkgraaf.follow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.store.Backup;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.Manifest;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.StoreException;

/** The folder into which bundles are written, each once, and the list of them, which is replaced after. */
public final class BundleFolder {
    private static final Logger LOG = LoggerFactory.getLogger(BundleFolder.class);
    private static final String LOCK = ".lock";
    private static final String UNFINISHED = ".unfinished.zip";
    private static final String SUFFIX = ".zip";
    /** So much of its digest tells two bundles of one release apart. */
    private static final int DIGITS = 16;

    private final Path folder;
    private final Signatures keys;
    private final int kept;

    /**
     * @param folder where; is made if need be
     * @param key file with the private key that signs the list; empty for none
     * @param kept how many bundles stay; at least two, as a reader may be at the one before
     * @throws IllegalArgumentException when there is no key in the file
     */
    public BundleFolder(Path folder, String key, int kept) {
        this.folder = folder;
        this.keys = Signatures.signing(key);
        this.kept = Math.max(2, kept);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Writes a bundle of a release and has the list say that it is to be served; does nothing when it says so already, or when the
     * release was withdrawn: only {@link #addAgain} takes that back.
     *
     * @param release leased, or held by who opened it, until this returns
     * @return whether there is a new bundle
     * @throws StoreException when the release is damaged, or the bundle cannot be written; the list is as it was then
     */
    public boolean add(OpenRelease release) {
        return add(release, false);
    }

    /** As {@link #add}, of a release that was withdrawn too. */
    public boolean addAgain(OpenRelease release) {
        return add(release, true);
    }

    private boolean add(OpenRelease release, boolean again) {
        Manifest manifest = release.manifest().orElseThrow();
        return alone(() -> {
            BundleList list = list();
            if (!again && list.isWithdrawn(manifest.release().id())) {
                LOG.warn(
                        "Release {} was withdrawn, and readers do not get it. Publish other content, or run bundle to hand it on again.",
                        manifest.release().id());
                return false;
            }
            if (list.wanted()
                    .filter(bundle -> bundle.holds(manifest) && Files.exists(folder.resolve(bundle.file())))
                    .isPresent()) {
                return false;
            }
            Path unfinished = folder.resolve(UNFINISHED);
            DurableFiles.delete(unfinished);
            Backup.write(release, java.util.Map.of(), unfinished);
            String digest = Digest.of(unfinished);
            Bundle bundle = new Bundle(
                    manifest.release().id() + "-" + digest.substring(0, DIGITS) + SUFFIX,
                    manifest.release().id(),
                    manifest.release().contentDigest(),
                    manifest.format(),
                    manifest.release().publishedAt().toString(),
                    Files.size(unfinished),
                    manifest.bytes(),
                    digest);
            DurableFiles.moveIntoPlace(unfinished, folder.resolve(bundle.file()));
            replace(list.with(bundle, kept, Instant.now().toEpochMilli()));
            return true;
        });
    }

    /**
     * Has the list say that a release is to be served no more, and the newest of the others instead.
     *
     * @return the release that is to be served; empty when there is no bundle of that release, or no other, and nothing changes then
     * @throws StoreException when the list cannot be written
     */
    public Optional<String> withdraw(String release) {
        return alone(() -> {
            Optional<BundleList> next = list().without(release, Instant.now().toEpochMilli());
            if (next.isPresent()) {
                replace(next.get());
            }
            return next.flatMap(BundleList::wanted).map(Bundle::release);
        });
    }

    /** The releases of which there are bundles, the newest last. */
    public List<String> releases() {
        return alone(() -> list().bundles().stream().map(Bundle::release).toList());
    }

    /**
     * The list, or a bundle that it names.
     *
     * @return empty when there is no such file
     * @throws StoreException when the list cannot be read
     */
    public Optional<Path> file(String name) {
        try {
            boolean listed = name.equals(BundleList.FILE)
                    || list().bundles().stream()
                            .anyMatch(bundle -> bundle.file().equals(name));
            return Optional.of(folder.resolve(BundleList.FILE))
                    .filter(list -> listed)
                    .map(list -> list.resolveSibling(name))
                    .filter(Files::isRegularFile);
        } catch (IOException e) {
            throw StoreException.of("read the list of bundles", folder, e);
        }
    }

    private BundleList list() throws IOException {
        Path file = folder.resolve(BundleList.FILE);
        return Files.exists(file) ? BundleList.readOwn(Files.readAllBytes(file), keys) : BundleList.none();
    }

    private void replace(BundleList list) throws IOException {
        DurableFiles.write(folder.resolve(BundleList.FILE), list.toBytes(keys));
        Set<String> listed = list.bundles().stream().map(Bundle::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
                if (!listed.contains(file.getFileName().toString())) {
                    DurableFiles.delete(file);
                }
            }
        }
    }

    /** A service and a command may both write here. */
    private <T> T alone(Work<T> work) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw new IOException("another process writes bundles there");
                }
                return work.run();
            }
        } catch (OverlappingFileLockException e) {
            throw StoreException.of("write bundles", folder, new IOException("this process writes bundles there", e));
        } catch (IOException e) {
            throw StoreException.of("write bundles", folder, e);
        }
    }
}
