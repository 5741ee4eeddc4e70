package org.werkgraaf.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the quality report of the published release, so that it is there again after a restart. */
public final class QualityReports {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final AtomicReference<@Nullable QualityReport> known = new AtomicReference<>();

    /** @param folder where reports are kept */
    public QualityReports(Path folder) {
        this.folder = folder;
    }

    /** The report of a release; empty when none was kept. */
    public Optional<QualityReport> of(String release) {
        QualityReport report = known.get();
        if (report == null || !report.release().equals(release)) {
            report = read(release);
            known.set(report);
        }
        return Optional.ofNullable(report);
    }

    /** Keeps a report and removes those of earlier releases. */
    void keep(QualityReport report) {
        keep(report.release(), JSON.writeValueAsBytes(report));
    }

    /** Keeps a report that was written before. */
    void keep(String release, byte[] report) {
        try {
            Files.createDirectories(folder);
            Path target = file(release);
            Path temporary = folder.resolve(release + ".new");
            Files.write(temporary, report);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path other : files.filter(each -> !each.equals(target)).toList()) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the quality report in " + folder, e);
        }
    }

    /** The kept report of a release as it was written. */
    byte[] bytes(String release) throws IOException {
        return Files.readAllBytes(file(release));
    }

    private @Nullable QualityReport read(String release) {
        try {
            return Files.exists(file(release))
                    ? JSON.readValue(Files.readAllBytes(file(release)), QualityReport.class)
                    : null;
        } catch (IOException | JacksonException e) {
            return null;
        }
    }

    private Path file(String release) {
        return folder.resolve(release + ".json");
    }
}
