package org.werkgraaf.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectAdvisoriesTest {
    private static final String OSV = """
            {"id": "%s", "aliases": ["CVE-2026-1"], "published": "2026-03-04T05:06:07Z",%s
             "affected": [
              {"package": {"ecosystem": "npm", "name": "org.example:parser"},
               "ranges": [{"events": [{"introduced": "0"}]}]},
              {"package": {"ecosystem": "Maven", "name": "org.example:parser"},
               "ranges": [{"events": [{"introduced": "0"}, {"fixed": "1.5"}]},
                          {"events": [{"introduced": "2.0"}, {"last_affected": "2.9"}]}]},
              {"package": {"ecosystem": "Maven", "name": "org.example:parser"},
               "ranges": [{"events": [{"introduced": "3.0"}]}],
               "database_specific": {"last_known_affected_version_range": "<= 3.4"}}],
             "database_specific": {"severity": "MODERATE"}}""";

    @TempDir
    private Path folder;

    @Test
    void writesTheRangesOfTheLibrariesInUseAndWhichHaveNone() throws Exception {
        Files.createDirectories(folder.resolve("2026/03"));
        Files.writeString(folder.resolve("2026/03/one.json"), OSV.formatted("GHSA-1", ""));
        Files.writeString(
                folder.resolve("2026/03/two.json"),
                OSV.formatted("GHSA-2", " \"withdrawn\": \"2026-04-01T00:00:00Z\","));
        Path kept = folder.resolve("kept.tsv");
        Files.writeString(
                kept,
                CollectAdvisories.collect(
                        folder,
                        LocalDate.parse("2026-05-01"),
                        "example",
                        "a copy",
                        Set.of("org.example:parser", "org.example:quiet")));

        Advisories read = Advisories.read(kept);

        assertThat(read.asOf()).isEqualTo("2026-05-01");
        assertThat(read.sources()).containsExactly("example: a copy");
        assertThat(read.lookedUp()).containsExactly("org.example:parser", "org.example:quiet");
        assertThat(read.all())
                .containsExactly(
                        new Advisory(
                                "GHSA-1",
                                "CVE-2026-1",
                                "org.example:parser",
                                "0",
                                "1.5",
                                "MEDIUM",
                                "2026-03-04",
                                "example"),
                        new Advisory(
                                "GHSA-1",
                                "CVE-2026-1",
                                "org.example:parser",
                                "2.0",
                                ">2.9",
                                "MEDIUM",
                                "2026-03-04",
                                "example"),
                        new Advisory(
                                "GHSA-1",
                                "CVE-2026-1",
                                "org.example:parser",
                                "3.0",
                                ">3.4",
                                "MEDIUM",
                                "2026-03-04",
                                "example"));
        assertThat(read.of(new Archive("org.example:parser", "2.9"))).hasSize(1);
        assertThat(read.of(new Archive("org.example:parser", "2.9.1"))).isEmpty();
    }
}
