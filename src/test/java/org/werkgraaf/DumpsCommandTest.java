package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.dump.Dump;

class DumpsCommandTest {
    static {
        JenaSystem.init();
    }

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private SmallContent content;

    @BeforeEach
    void content() {
        content = new SmallContent(folder.resolve("content"));
    }

    @Test
    void writesTheContentAsItIsNow() {
        assertThat(run()).isZero();
        Dump dump = Dump.open(target()).orElseThrow();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Dump: " + dump.index().files().size() + " files in " + target());
        assertThat(dump.file("csv/Technique.csv")).isPresent();
        assertThat(folder.resolve("var")).doesNotExist();
    }

    @Test
    void writesNothingOfContentThatIsRefused() {
        content.write("data/entities/broken.ttl", "id:risk\\/x a nope:Risk .\n");
        assertThat(run()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("broken.ttl");
        assertThat(target()).doesNotExist();
    }

    @Test
    void asksForAFolderThatIsFree() throws IOException {
        Files.createDirectories(target());
        Files.writeString(target().resolve("letter.txt"), "to keep");
        assertThat(run()).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("letter.txt");
        assertThat(target().resolve("letter.txt")).hasContent("to keep");
    }

    @Test
    void asksForAFolderWhenThereIsNone() {
        assertThat(Commands.run("dumps", new String[] {"dumps"}, new PrintStream(said)))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("dumps <folder>");
    }

    private Path target() {
        return folder.resolve("dumps");
    }

    private int run() {
        List<String> arguments = List.of(
                "dumps",
                target().toString(),
                "--werkgraaf.var=" + folder.resolve("var"),
                "--werkgraaf.content.ontology=" + content.root().resolve("ontology"),
                "--werkgraaf.content.data=" + content.root().resolve("data"),
                "--werkgraaf.content.queries=" + content.root().resolve("queries"));
        return Commands.run(
                "dumps", arguments.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
