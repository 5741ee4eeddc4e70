package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.change.ChangeFormat;

/** Content in a checkout of Git: each change is a commit. */
class GitCheckoutTest {
    private static final String RENAME = """
            H author "Ann <b> de Vries" .
            H reason "It is on page 3" .
            D <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress op het werk"@nl .
            A <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress door werk"@nl .
            """;

    static {
        JenaSystem.init();
    }

    @TempDir
    private Path folder;

    private static String git(Path where, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", where.toString()));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
        return said;
    }

    private static ChangeDesk desk(SmallContent content) {
        return new ChangeDesk(
                content.reader(),
                Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC),
                new ChangeLimits(20, 100, 20_000),
                true);
    }

    @Test
    void eachChangeIsACommitByItsAuthorOfItsFilesOnly() throws Exception {
        SmallContent content = new SmallContent(folder.resolve("content"));
        Path root = content.root();
        git(root, "init", "--quiet");
        git(root, "add", ".");
        git(root, "-c", "user.name=Bo", "-c", "user.email=bo@example.org", "commit", "--quiet", "-m", "All");
        Files.writeString(root.resolve("data/entities/by-hand.ttl"), "# not finished\n");

        ChangeVerdict verdict = desk(content).apply(ChangeFormat.read(RENAME));
        String id = verdict.planned().change().id();
        assertThat(git(root, "log", "-1", "--format=%an|%cn|%ad|%s", "--date=iso-strict"))
                .startsWith("Ann b de Vries|Werkgraaf|2026-11-30T10:00:00")
                .endsWith("|It is on page 3\n");
        assertThat(git(root, "log", "-1", "--format=%b")).contains("Change: " + id);
        assertThat(git(root, "show", "--name-only", "--format=").lines())
                .containsExactlyInAnyOrder(
                        "data/entities/others.ttl", "data/changes/log.txt", "data/changes/" + id + ".rdfp");
        assertThat(git(root, "status", "--short"))
                .contains("?? data/entities/by-hand.ttl")
                .doesNotContain(" M ");
    }

    @Test
    void withoutACheckoutTheChangeIsWrittenAllTheSame() throws IOException {
        SmallContent content = new SmallContent(folder.resolve("content"));
        assertThat(desk(content).apply(ChangeFormat.read(RENAME)).written()).isTrue();
        assertThat(Files.readString(content.root().resolve("data/entities/others.ttl")))
                .contains("stress door werk");
    }
}
