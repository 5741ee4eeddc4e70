package org.werkgraaf.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeFolderTest {
    private static final Map<String, byte[]> BEFORE = Map.of("a.ttl", bytes("a 1"), "b.ttl", bytes("b 1"));
    private static final Map<String, byte[]> AFTER =
            new TreeMap<>(Map.of("a.ttl", bytes("a 2"), "b.ttl", bytes("b 2"), "new/c.ttl", bytes("c 2")));

    @TempDir
    private Path root;

    private ChangeFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder = new ChangeFolder(root.resolve("changes"), root::resolve);
        Files.createDirectories(root.resolve("changes"));
        for (Map.Entry<String, byte[]> file : BEFORE.entrySet()) {
            Files.write(root.resolve(file.getKey()), file.getValue());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    private void assertIsAfter() throws IOException {
        assertThat(text("a.ttl") + text("b.ttl") + text("new/c.ttl")).isEqualTo("a 2b 2c 2");
        assertThat(root.resolve("changes/journal")).doesNotExist();
    }

    @Test
    void filesAreReplacedTogether() throws IOException {
        folder.write(BEFORE, AFTER);
        assertIsAfter();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatWasBegunIsFinishedByTheNextStart(int written) throws IOException {
        folder.prepare(BEFORE, AFTER);
        for (String file : AFTER.keySet().stream().limit(written).toList()) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.write(root.resolve(file), AFTER.get(file));
        }
        // A file that the crash left half written beside its target.
        Files.writeString(root.resolve("b.ttl.new"), "b");
        new ChangeFolder(root.resolve("changes"), root::resolve).recover();
        assertIsAfter();
    }

    @Test
    void aFileThatSomebodyElseChangedRefusesAll() throws IOException {
        Files.writeString(root.resolve("b.ttl"), "by hand");
        assertThatThrownBy(() -> folder.write(BEFORE, AFTER))
                .isInstanceOf(ChangeException.class)
                .hasMessageContaining("b.ttl was changed by somebody else meanwhile");
        assertThat(text("a.ttl") + text("b.ttl")).isEqualTo("a 1by hand");
        assertThat(root.resolve("changes/journal")).doesNotExist();
    }

    @Test
    void aChangeOfWhichNothingWasWrittenIsGivenUpForWhatSomebodyWrote() throws IOException {
        folder.prepare(BEFORE, AFTER);
        Files.writeString(root.resolve("b.ttl"), "by hand");
        folder.recover();
        assertThat(text("a.ttl") + text("b.ttl")).isEqualTo("a 1by hand");
        assertThat(root.resolve("changes/journal")).doesNotExist();
    }

    @Test
    void aHalfWrittenChangeIsNotFinishedOverWhatSomebodyWrote() throws IOException {
        folder.prepare(BEFORE, AFTER);
        Files.write(root.resolve("a.ttl"), AFTER.get("a.ttl"));
        Files.writeString(root.resolve("b.ttl"), "by hand");
        assertThatThrownBy(folder::recover)
                .isInstanceOf(ChangeException.class)
                .hasMessageContaining("A change was half written when the process ended, and b.ttl was changed");
        assertThat(text("b.ttl")).isEqualTo("by hand");
        assertThat(root.resolve("changes/journal")).exists();
    }
}
