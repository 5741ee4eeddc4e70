package org.werkgraaf.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in the midst of writing: all that it acknowledged is there. */
class ProposalsKilledTest {
    private static final int KILLS = 3;
    private static final int KILLS_AT_NIGHT = 40;
    private static final int LINES_MAX = 120;
    private static final String WHOLE =
            "(" + EndlessReaders.RECEIVED + "|" + EndlessReaders.ANSWERED + ")[A-Za-z0-9_-]{32}";

    @Test
    void nothingThatWasAcknowledgedIsLost(@TempDir Path folder) throws Exception {
        survives(KILLS, folder);
    }

    @Test
    @Tag("nightly")
    void nothingIsLostInManyKills(@TempDir Path folder) throws Exception {
        survives(KILLS_AT_NIGHT, folder);
    }

    private static void survives(int kills, Path folder) throws Exception {
        long seed = System.nanoTime();
        System.out.println("Proposals killed, seed " + seed);
        Random random = new Random(seed);
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            acknowledged.addAll(killAfter(1 + random.nextInt(LINES_MAX), folder));
            try (Proposals proposals = Proposals.open(folder, EndlessReaders.LIMITS, Clock.systemUTC())) {
                // One cut line for each kill at most; nothing else is not as it was written.
                assertThat(proposals.damages()).hasSizeLessThanOrEqualTo(i + 1);
                assertThat(proposals.damages()).allMatch(damage -> damage.matches("line \\d+ is .*"));
                for (String line : acknowledged) {
                    assertKept(line, proposals);
                }
                for (Proposal proposal : proposals.all()) {
                    assertThat(proposals.address(proposal.id()).isPresent())
                            .isEqualTo(proposal.state().open());
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(kills);
        assertThat(Files.list(folder)).allMatch(file -> !file.toString().endsWith(".new"));
    }

    private static void assertKept(String line, Proposals proposals) {
        String id = line.substring(line.indexOf(' ') + 1);
        assertThat(proposals.find(id)).as(line).isPresent();
        if (line.startsWith(EndlessReaders.ANSWERED)) {
            assertThat(proposals.find(id).orElseThrow().state()).as(line).isEqualTo(ProposalState.ACCEPTED);
        }
    }

    /** What the child said before it was killed; of what it said last, more may have been done. */
    private static List<String> killAfter(int lines, Path folder) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessReaders.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            String line = out.readLine();
            while (line != null) {
                said.add(line);
                if (said.size() == lines) {
                    // The process itself would close what it has said and nobody has read.
                    ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
                }
                line = out.readLine();
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        // The last line may have been cut too.
        String last = said.get(said.size() - 1);
        if (!last.matches(WHOLE)) {
            said.remove(last);
        }
        assertThat(said).allMatch(line -> line.matches(WHOLE));
        return said;
    }
}
