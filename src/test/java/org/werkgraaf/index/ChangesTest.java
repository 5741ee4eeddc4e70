package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void keepsTheDateOfWhatIsTheSame() {
        Changes first = Changes.none().next(Map.of("risk/a", "1", "risk/b", "1"), FIRST);
        Changes next = first.next(Map.of("risk/a", "1", "risk/b", "2", "risk/c", "1"), SECOND);
        assertThat(next.of("risk/a")).contains(new Change("1", FIRST));
        assertThat(next.of("risk/b")).contains(new Change("2", SECOND));
        assertThat(next.of("risk/c")).contains(new Change("1", SECOND));
    }

    @Test
    void forgetsWhatIsGone() {
        Changes first = Changes.none().next(Map.of("risk/a", "1"), FIRST);
        Changes second = first.next(Map.of(), SECOND);
        assertThat(second.of("risk/a")).isEmpty();
        assertThat(second.next(Map.of("risk/a", "1"), SECOND).of("risk/a")).contains(new Change("1", SECOND));
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Path file = folder.resolve("changes.tsv");
        Changes written = Changes.none().next(Map.of("risk/a", "1", "risk/b", "2"), FIRST);
        Files.write(file, written.toBytes());
        assertThat(Changes.before(Optional.of(file)).all()).isEqualTo(written.all());
    }

    @Test
    void startsAnewFromABrokenFile() throws IOException {
        Path file = folder.resolve("changes.tsv");
        Files.writeString(file, "risk/a\n");
        assertThat(Changes.before(Optional.of(file)).all()).isEmpty();
        Files.writeString(file, "risk/a\t1\t2026-11-\n");
        assertThat(Changes.before(Optional.of(file)).all()).isEmpty();
    }
}
