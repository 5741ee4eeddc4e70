package org.werkgraaf.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.publish.QualityReport.Counts;
import org.werkgraaf.store.Draft;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.ReleaseFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The quality report of the release that is served, which lies in its folder. */
public final class QualityReports {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GraphStore store;
    private final AtomicReference<@Nullable QualityReport> known = new AtomicReference<>();

    /** @param store serves the release */
    public QualityReports(GraphStore store) {
        this.store = store;
    }

    /** The report of a release; empty when it is not the one that is served, or has none. */
    public Optional<QualityReport> of(String id) {
        try (Lease lease = store.lease()) {
            OpenRelease release = lease.release();
            QualityReport report = known.get();
            if (report == null || !report.release().equals(id)) {
                report = release.folder().map(QualityReports::read).orElse(null);
                known.set(report);
            }
            return Optional.ofNullable(report)
                    .filter(each -> each.release().equals(id))
                    .map(each -> each.withHistory(EarlierReleases.after(id, each.history())));
        }
    }

    /** As a file has it, without what earlier releases counted: the content alone says all of it, whenever it is made again. */
    static byte[] bytes(QualityReport report) {
        return JSON.writeValueAsBytes(report.withHistory(List.of()));
    }

    /** Writes the report of a release, and what earlier ones counted. */
    static void write(Draft draft, QualityReport report) {
        draft.write(ReleaseFolder.REPORT, bytes(report));
        draft.write(ReleaseFolder.HISTORY, JSON.writeValueAsBytes(report.history()));
    }

    /** The report in the folder of a release, if there is one that can be read. */
    static Optional<QualityReport> find(Path folder) {
        return Optional.ofNullable(read(folder));
    }

    private static @Nullable QualityReport read(Path folder) {
        QualityReport report = read(folder.resolve(ReleaseFolder.REPORT), QualityReport.class);
        Counts[] history = ReleaseFolder.problem(folder, ReleaseFolder.HISTORY).isEmpty()
                ? read(folder.resolve(ReleaseFolder.HISTORY), Counts[].class)
                : null;
        return report == null || history == null ? report : report.withHistory(List.of(history));
    }

    private static <T> @Nullable T read(Path file, Class<T> type) {
        try {
            return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), type) : null;
        } catch (IOException | JacksonException e) {
            return null;
        }
    }
}
