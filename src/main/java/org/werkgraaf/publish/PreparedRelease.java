package org.werkgraaf.publish;

import org.werkgraaf.vocabulary.PropertyNames;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.index.IndexFormat;
import org.werkgraaf.store.Release;

/**
 * A release that the build made of the packaged content: judged and indexed already. A service that starts with the same content
 * takes it over instead of doing that work again.
 *
 * <p>A folder or {@code classpath:} location holds {@code release.properties}, {@code report.json} and the index's files.
 */
final class PreparedRelease {
    private static final String STAMP = "release.properties";
    private static final String REPORT = "report.json";
    private static final String INDEX = "index/";

    private final String id;
    private final String digest;
    private final Instant publishedAt;
    private final Map<String, Resource> files;

    private PreparedRelease(Properties stamp, Map<String, Resource> files) {
        this.id = stamp.getProperty("id");
        this.digest = stamp.getProperty("digest");
        this.publishedAt = Instant.parse(stamp.getProperty("publishedAt"));
        this.files = files;
    }

    /** The prepared release at a location, if there is one of the content with that digest, made by this version of the service. */
    static Optional<PreparedRelease> find(String location, String contentDigest) {
        try {
            Map<String, Resource> files = new LinkedHashMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern(location))) {
                String url = file.getURL().toString();
                int index = url.lastIndexOf("/" + INDEX);
                files.put(index < 0 ? file.getFilename() : url.substring(index + 1), file);
            }
            Resource stamp = files.get(STAMP);
            if (stamp == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(new StringReader(stamp.getContentAsString(StandardCharsets.UTF_8)));
            return contentDigest.equals(properties.getProperty(PropertyNames.CONTENT_DIGEST))
                            && IndexFormat.current().equals(properties.getProperty("format"))
                    ? Optional.of(new PreparedRelease(properties, files))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the prepared release at " + location, e);
        }
    }

    private static String pattern(String location) {
        return location.startsWith("classpath:")
                ? location.replace("classpath:", "classpath*:") + "/**/*.*"
                : Path.of(location).toUri() + "**/*.*";
    }

    /** Writes what a start with the same content can take over. */
    static void write(Path folder, Release release, Path index, QualityReports reports) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder.resolve(INDEX));
            try (var files = Files.list(index)) {
                for (Path file : files.toList()) {
                    // Lucene's lock file belongs to the process that wrote the index.
                    if (!file.getFileName().toString().equals("write.lock")) {
                        Files.copy(file, folder.resolve(INDEX + named(file)));
                    }
                }
            }
            Files.write(folder.resolve(REPORT), reports.bytes(release.id()));
            Files.writeString(
                    folder.resolve(STAMP),
                    "id=" + release.id() + "\ndigest=" + release.digest() + "\ncontentDigest=" + release.contentDigest()
                            + "\npublishedAt=" + release.publishedAt() + "\nformat=" + IndexFormat.current() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the prepared release to " + folder, e);
        }
    }

    /** Every packaged file has a dot in its name, so that one pattern finds them all. */
    private static String named(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name : name + ".file";
    }

    String id() {
        return id;
    }

    String digest() {
        return digest;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    /** Copies the index's files into an empty folder. */
    void copyIndex(Path folder) {
        files.forEach((name, resource) -> {
            if (name.startsWith(INDEX)) {
                String file = name.substring(INDEX.length()).replaceFirst("\\.file$", "");
                try (InputStream in = resource.getInputStream()) {
                    Files.copy(in, folder.resolve(file));
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot copy the prepared index file " + file, e);
                }
            }
        });
    }

    /** The quality report as it was written. */
    byte[] report() {
        try {
            Resource report = files.get(REPORT);
            if (report == null) {
                throw new IllegalStateException("The prepared release " + id + " has no " + REPORT + ". Build again.");
            }
            return report.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the prepared report", e);
        }
    }
}
