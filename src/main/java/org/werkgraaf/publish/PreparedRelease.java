package org.werkgraaf.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.load.Content;
import org.werkgraaf.store.Draft;
import org.werkgraaf.store.Manifest;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.ReleaseFolder;

/**
 * A release that the build made of the packaged content. A service that starts with the same content copies it instead of doing that
 * work again. A folder or {@code classpath:} location holds what the folder of a release holds.
 */
final class PreparedRelease {
    private final Manifest manifest;
    private final Map<String, Resource> files;

    private PreparedRelease(Manifest manifest, Map<String, Resource> files) {
        this.manifest = manifest;
        this.files = files;
    }

    /** The prepared release at a location, if there is one of the content with that digest, made by this version of the service. */
    static Optional<PreparedRelease> find(String location, String contentDigest) {
        try {
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
            String root = location.startsWith("classpath:")
                    ? location
                    : Path.of(location).toUri().toString();
            String slashed = root.endsWith("/") ? root : root + "/";
            Resource list = resolver.getResource(slashed + Manifest.FILE);
            if (!list.exists()) {
                return Optional.empty();
            }
            Manifest manifest = Manifest.of(list.getContentAsByteArray());
            if (!contentDigest.equals(manifest.release().contentDigest())
                    || !CodeFormat.current().equals(manifest.format())) {
                return Optional.empty();
            }
            Map<String, Resource> files = new LinkedHashMap<>();
            manifest.files().keySet().forEach(name -> files.put(name, resolver.getResource(slashed + name)));
            return Optional.of(new PreparedRelease(manifest, files));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the prepared release at " + location, e);
        }
    }

    /**
     * Writes what a start with the same content can take over.
     *
     * @param folder where to; what is there is removed
     * @param release folder of the release
     */
    static void write(Path folder, Path release, Manifest manifest) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            for (String name : manifest.files().keySet()) {
                Path target = folder.resolve(name);
                Files.createDirectories(target.getParent());
                Files.copy(release.resolve(name), target);
            }
            Files.write(folder.resolve(Manifest.FILE), manifest.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the prepared release to " + folder, e);
        }
    }

    Release release() {
        return manifest.release();
    }

    /** The files that it was made from. */
    Content content() throws IOException {
        return ContentArchive.of(
                Objects.requireNonNull(files.get(ReleaseFolder.CONTENT)).getContentAsByteArray());
    }

    /** Copies all files, after which the draft holds what the build made. */
    void copy(Draft draft) {
        manifest.files()
                .forEach((name, state) -> draft.copy(
                        name,
                        state,
                        () -> Objects.requireNonNull(files.get(name)).getInputStream()));
    }
}
