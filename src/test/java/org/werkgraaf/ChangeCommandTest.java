package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeCommandTest {
    private static final String CHANGE = """
            D <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress op het werk"@nl .
            A <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress door werk"@nl .
            """;

    static {
        JenaSystem.init();
    }

    @TempDir
    private Path folder;

    private SmallContent content;

    private Run run(String... more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> args = new ArrayList<>(List.of("change"));
        args.addAll(List.of("--data", content.root().resolve("data").toString()));
        args.addAll(List.of("--ontology", content.root().resolve("ontology").toString()));
        args.addAll(List.of(more));
        int code = Commands.run(
                "change", args.toArray(String[]::new), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesAChangeAndTakesItBack() throws IOException {
        content = new SmallContent(folder.resolve("content"));
        Path file = content.root().resolve("data/entities/others.ttl");
        String before = Files.readString(file);
        String patch = Files.writeString(folder.resolve("change.rdfp"), CHANGE).toString();

        Run look = run("--author", "Ann", "--reason", "Usage", "--dry-run", "--lang", "fr", patch);
        assertThat(look.out()).contains("autre nom (nl): stress op het werk → stress door werk", "nothing was written");
        assertThat(look.code()).isZero();
        assertThat(Files.readString(file)).isEqualTo(before);

        Run applied = run("--author", "Ann", "--reason", "Usage", patch);
        assertThat(applied.out())
                .contains("file: data/entities/others.ttl")
                .containsPattern("applied as \\S+-[0-9a-f]{8}");
        assertThat(applied.code()).isZero();
        assertThat(Files.readString(file)).isEqualTo(before.replace("stress op het werk", "stress door werk"));

        Run again = run("--author", "Ann", "--reason", "Usage", patch);
        assertThat(again.out()).contains("What is to be removed is not there (any more)");
        assertThat(again.code()).isEqualTo(1);

        String id = applied.out().replaceAll("(?s).*applied as (\\S+);.*", "$1");
        assertThat(run("--author", "Bo", "--reason", "Misread", "--revert", id).code())
                .isZero();
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void saysWhatLacks() throws IOException {
        content = new SmallContent(folder.resolve("content"));
        String patch = Files.writeString(folder.resolve("change.rdfp"), CHANGE).toString();
        assertThat(run("--author", "Ann")).isEqualTo(new Run(2, run().out()));
        assertThat(run().out()).startsWith("Say change --data DIR");
        assertThat(run("--what", patch).out()).startsWith("'--what' is not understood");
        assertThat(run(patch).out()).contains("needs an author and a reason");
        assertThat(run(folder.resolve("none.rdfp").toString()).out()).contains("none.rdfp cannot be read");
    }

    private record Run(int code, String out) {}
}
