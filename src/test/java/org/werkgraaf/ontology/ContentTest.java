package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.publish.QualityReport;
import org.werkgraaf.publish.QualityReports;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;

/** The content that is packaged with the service is accepted by its own shapes and rules. */
class ContentTest {
    private static final long FILE_BYTES_MAX = 20_000_000;
    private static final int FACET_VALUES_MAX = 500;

    @Test
    void acceptsThePackagedContent(@TempDir Path folder) {
        ContentReader reader = new ContentReader(
                "classpath:werkgraaf/ontology",
                "classpath:werkgraaf/data",
                "classpath:werkgraaf/queries",
                FILE_BYTES_MAX);
        QualityReports reports = new QualityReports(Path.of("target/quality"));
        Publication publication;
        try (GraphStore store = GraphStore.inMemory();
                EntityIndex index = new EntityIndex(folder, FACET_VALUES_MAX, 0)) {
            publication = new Publisher(reader, store, index, reports, new SavedQuestions(), "none", Clock.systemUTC())
                    .publish();
        }

        assertThat(publication.reasons()).isEmpty();
        Release release = Objects.requireNonNull(publication.release());
        QualityReport report = reports.of(release.id()).orElseThrow();
        System.out.println("Quality report: target/quality/" + release.id() + ".json");
        System.out.println("Entities: " + report.entities());
        System.out.println(report.statements() + " statements at " + report.passages() + " passages, by verification "
                + report.statementsByVerification());
        report.findingsByRule()
                .forEach(rule -> System.out.println(rule.severity() + " " + rule.rule() + ": " + rule.count()));
    }
}
