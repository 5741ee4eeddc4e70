package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command does nothing for whoever misspells what is behind it. */
class CommandWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dumps | Say where: dumps <folder>.",
                "backup | Say which file: backup <file>.",
                "backup --werkgraaf.var=v | Say which file: backup <file>.",
                "withdraw f | Say where: withdraw <folder> <release>.",
                "restore a.zip --content | Say which folder: restore <file> [--content <folder>].",
                "restore a.zip --content --werkgraaf.var=v | Say which folder: restore <file> [--content <folder>].",
                "restore a.zip --contnt c | The command restore does not know '--contnt'. Write: restore <file> [--content <folder>];",
                "restore a.zip --content c d | The command restore does not know 'd'.",
                "restore a.zip content c | The command restore does not know 'content'.",
                "restore a.zip --var=v | The command restore does not know '--var=v'.",
                "backup a.zip --content c | The command backup does not know '--content'.",
                "check data | The command check does not know 'data'. Write: check; settings go behind it",
                "publish --force | The command publish does not know '--force'."
            })
    void saysWhatToWrite(String line, String said) {
        String[] args = line.split(" ");
        assertThat(CommandWords.problem(args[0], args))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check --werkgraaf.content.data=a",
                "restore a.zip",
                "restore a.zip --content c",
                "restore a.zip --content c --werkgraaf.var=v",
                "restore a.zip --werkgraaf.var=v --content c",
                "prepare target/x --logging.level.org.werkgraaf=warn",
                "publish --debug --werkgraaf.sign-in.openid.client-id=x",
                "audit --sample 5",
                "change --revert x"
            })
    void takesWhatIsRight(String line) {
        String[] args = line.split(" ");
        assertThat(CommandWords.problem(args[0], args)).isEmpty();
    }

    @Test
    void putsTheContentWhereItIsSaid() {
        assertThat(CommandWords.content(new String[] {"restore", "a.zip", "--werkgraaf.var=v", "--content", "c"}))
                .contains(Path.of("c"));
        assertThat(CommandWords.content(new String[] {"restore", "a.zip"})).isEmpty();
    }

    @Test
    void touchesNothingBefore(@TempDir Path folder) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] args = {"restore", "backup.zip", "--contents", "c", "--werkgraaf.var=" + folder.resolve("var")};
        assertThat(Commands.run("restore", args, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("'--contents'");
        assertThat(folder.resolve("var")).doesNotExist();
    }
}
