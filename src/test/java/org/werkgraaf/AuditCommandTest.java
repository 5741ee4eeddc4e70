package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    static {
        JenaSystem.init();
    }

    @TempDir
    private Path folder;

    @Test
    void drawsTheSameStatementsWithTheSameSeed() {
        SmallContent content = new SmallContent(folder.resolve("content"));
        String first = form(content, "--sample", "5", "--seed", "7");
        assertThat(first).isEqualTo(form(content, "--sample", "5", "--seed", "7"));
        assertThat(first).isNotEqualTo(form(content, "--sample", "5", "--seed", "8"));
        assertThat(first.lines().filter(line -> line.startsWith("## "))).hasSize(5);
        assertThat(first.lines().filter(line -> line.startsWith("- Place: "))).hasSizeGreaterThanOrEqualTo(5);
        assertThat(first).contains("- It says: ", "- [ ] right: the place says it", "with seed 7");
    }

    @Test
    void drawsOnlyFromWhatWasCheckedThatFar() {
        SmallContent content = new SmallContent(folder.resolve("content"));
        String form = form(content, "--sample=1000", "--verification", "secondary");
        assertThat(form.lines().filter(line -> line.startsWith("- Checked: ")))
                .isNotEmpty()
                .allMatch(line -> line.equals("- Checked: secondary"));
    }

    @Test
    void namesEachPageWhereAPlaceMayBeRead() {
        SmallContent content = new SmallContent(folder.resolve("content"));
        content.write("data/sources/pages.trig", """
                id:source\\/pages
                    a wg:Source ;
                    dcterms:title "Reports on two pages"@en ;
                    skos:prefLabel "Twee bladzijden"@nl , "Two pages"@en , "Deux pages"@fr ;
                    wg:webPage <https://example.org/second> , <https://example.org/first> ;
                    wg:verification id:verification\\/secondary .

                id:passage\\/pages-l1
                    a wg:Passage ;
                    wg:inSource id:source\\/pages ;
                    wg:line "1" ;
                    wg:paraphrase "Techniek 2 geeft stress."@nl , "Technique 2 gives stress."@en .

                id:passage\\/pages-l1 {
                    id:technique\\/technique-2 wg:poses id:risk\\/work-stress .
                }
                """);
        assertThat(form(content, "--sample=1000").lines())
                .contains("- Read it: <https://example.org/first>, <https://example.org/second>");
    }

    @Test
    void saysWhatToWriteWhenItIsAskedForNothingThatCanBeDrawn() {
        assertThat(refusal("--sample", "0")).contains("A sample of 0 cannot be drawn", "audit --sample");
        assertThat(refusal("--sample", "1001")).contains("1001");
        assertThat(refusal("--seed", "seven")).contains("'seven' is no whole number");
        assertThat(refusal("--lang", "de")).contains("'de'");
        assertThat(refusal("--sample")).contains("no value behind --sample");
    }

    private String form(SmallContent content, String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("audit"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of(
                "--werkgraaf.content.ontology=" + content.root().resolve("ontology"),
                "--werkgraaf.content.data=" + content.root().resolve("data"),
                "--werkgraaf.content.queries=" + content.root().resolve("queries")));
        assertThat(Commands.run(
                        "audit", arguments.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String refusal(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = Stream.concat(Stream.of("audit"), Stream.of(words)).toArray(String[]::new);
        assertThat(Commands.run("audit", arguments, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        return said.toString(StandardCharsets.UTF_8);
    }
}
