package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.publish.QualityReport;
import org.werkgraaf.publish.QualityReports;
import org.werkgraaf.store.GraphStore;

/**
 * The content that is packaged with the service is accepted by its own shapes and rules. The build leaves a prepared release only of
 * content that it accepted, and it counts only for the same content and the same code; without one the content is judged here.
 */
class ContentTest {
    private static final long FILE_BYTES_MAX = 20_000_000;
    private static final int FACET_VALUES_MAX = 500;
    private static final String PREPARED = "classpath:werkgraaf/prepared";

    @Test
    void acceptsThePackagedContent() {
        ContentReader reader = new ContentReader(
                "classpath:werkgraaf/ontology",
                "classpath:werkgraaf/data",
                "classpath:werkgraaf/queries",
                FILE_BYTES_MAX);
        Publication publication;
        QualityReport report;
        try (GraphStore store = GraphStore.inMemory()) {
            EntityIndex index = new EntityIndex(store, FACET_VALUES_MAX, 0);
            publication = new Publisher(reader, store, index, PREPARED, Clock.systemUTC()).publish();
            assertThat(publication.reasons()).isEmpty();
            String release = Objects.requireNonNull(publication.release()).id();
            report = new QualityReports(store).of(release).orElseThrow();
        }

        System.out.println("Entities: " + report.entities());
        System.out.println(report.statements() + " statements at " + report.passages() + " passages, by verification "
                + report.statementsByVerification());
        report.findingsByRule()
                .forEach(rule -> System.out.println(rule.severity() + " " + rule.rule() + ": " + rule.count()));
    }
}
