package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.werkgraaf.store.GraphStore;

/** Why the service did not start is one line, with what to do. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
    @Test
    void saysThatAnotherProcessHasTheFolder(@TempDir Path folder, CapturedOutput output) {
        try (GraphStore other = GraphStore.onDisk(folder)) {
            assertThat(other.release()).isEmpty();
            assertFails(folder, output, "is in use by another process. Stop that one, or point werkgraaf.var");
        }
    }

    @Test
    void saysThatTheFolderCannotBeMade(@TempDir Path folder, CapturedOutput output) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertFails(file.resolve("var"), output, "Cannot keep releases in " + file.resolve("var") + ": ");
    }

    private static void assertFails(Path var, CapturedOutput output, String said) {
        SpringApplication application = new SpringApplication(Werkgraaf.class);
        assertThatThrownBy(() -> application.run("--werkgraaf.var=" + var, "--server.port=0"))
                .isInstanceOf(RuntimeException.class);
        assertThat(output.getAll().lines().filter(line -> line.contains("Werkgraaf did not start. ")))
                .singleElement()
                .asString()
                .contains(said);
        assertThat(output.getAll()).doesNotContain("Application run failed", "\tat ");
    }
}
