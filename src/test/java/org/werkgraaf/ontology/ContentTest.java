package org.werkgraaf.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;

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
        Publisher publisher = new Publisher(
                reader, GraphStore.inMemory(), new EntityIndex(folder, FACET_VALUES_MAX), Clock.systemUTC());

        Publication publication = publisher.check();

        if (publication.report() != null) {
            System.out.println("Findings by severity: " + publication.report().countBySeverity());
            System.out.println("Findings by rule: " + publication.report().countByRule());
        }
        assertThat(publication.reasons()).isEmpty();
    }
}
