package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;

/** Whoever has lost the content gets it back from a release, with the log of its changes. */
class ContentFolderTest {
    static {
        JenaSystem.init();
    }

    @TempDir
    private Path folder;

    @Test
    void theContentOfAReleaseIsBackWithItsLog() throws IOException {
        SmallContent content = new SmallContent(folder.resolve("content"));
        new ChangeDesk(content.reader(), Clock.systemUTC(), new ChangeLimits(20, 100, 20_000))
                .apply(ChangeFormat.read("""
                        H author "Ann" .
                        H reason "Usage" .
                        A <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress door werk"@nl .
                        """));
        try (GraphStore store = GraphStore.inMemory()) {
            new Publisher(content.reader(), store, new EntityIndex(store, 100, 0), "none", Clock.systemUTC()).publish();
            Path back = folder.resolve("back");
            int files = ContentFolder.write(store.served().orElseThrow(), back);
            ContentReader reader = new ContentReader(
                    back.resolve("ontology").toString(),
                    back.resolve("data").toString(),
                    back.resolve("queries").toString(),
                    20_000_000);
            assertThat(files).isPositive();
            Files.createDirectories(back.resolve("queries"));
            assertThat(reader.read().digest()).isEqualTo(content.reader().read().digest());
            assertThat(back.resolve("data/changes/log.txt")).exists();
            assertThatThrownBy(() -> ContentFolder.write(store.served().orElseThrow(), back))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is not empty");
        }
    }
}
