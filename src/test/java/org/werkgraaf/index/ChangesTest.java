package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir
    private Path root;

    @Test
    void keepsTheDateOfWhatIsTheSame() throws IOException {
        Changes.next(root, Map.of("risk/a", "1", "risk/b", "1"), FIRST);
        Changes next = Changes.next(root, Map.of("risk/a", "1", "risk/b", "2", "risk/c", "1"), SECOND);
        assertThat(next.of("risk/a")).contains(new Change("1", FIRST));
        assertThat(next.of("risk/b")).contains(new Change("2", SECOND));
        assertThat(next.of("risk/c")).contains(new Change("1", SECOND));
    }

    @Test
    void forgetsWhatIsGone() throws IOException {
        Changes.next(root, Map.of("risk/a", "1"), FIRST);
        assertThat(Changes.next(root, Map.of(), SECOND).of("risk/a")).isEmpty();
        assertThat(Changes.next(root, Map.of("risk/a", "1"), SECOND).of("risk/a"))
                .contains(new Change("1", SECOND));
    }

    @Test
    void refusesABrokenFile() throws IOException {
        Files.writeString(root.resolve("changes.tsv"), "risk/a\n");
        assertThatThrownBy(() -> Changes.next(root, Map.of(), FIRST)).hasMessageContaining("Remove the file");
    }
}
