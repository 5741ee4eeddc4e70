package org.werkgraaf.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there; what was done to the file is found, named by its line, and costs no other line. */
class JournalTest {
    private static final List<String> THREE = List.of("{\"n\":1,\"é\":\"€\"}", "{\"n\":2}", "{\"n\":3}");

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasAdded() throws IOException {
        Path file = three();
        assertThat(read(file).events()).isEqualTo(THREE);
        assertThat(read(file).damages()).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(3).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        try (Journal journal = Journal.open(file, event -> {})) {
            journal.append("{\"n\":4}");
            assertThat(journal.copy()).isEqualTo(Files.readAllBytes(file));
            assertThat(journal.bytes()).isEqualTo(Files.size(file));
        }
        assertThat(read(file).events()).hasSize(4);
        assertThat(read(file).damages()).isEmpty();
    }

    @Test
    void findsEveryByteThatIsChanged() throws IOException {
        byte[] whole = Files.readAllBytes(three());
        int[] ends = ends(whole);
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 1;
            Path file = Files.write(folder.resolve("changed"), bytes);
            Reading reading = read(file);
            int line = at <= ends[0] ? 1 : at <= ends[1] ? 2 : 3;
            if (whole[at] == '\n') {
                // Two lines became one, or the last one lost its end.
                assertThat(reading.damages()).as("byte " + at).isNotEmpty();
                continue;
            }
            assertThat(reading.damages()).as("byte " + at).containsExactly("line " + line + " is not what was written");
            List<String> others = new ArrayList<>(THREE);
            others.remove(line - 1);
            assertThat(reading.events()).as("byte " + at).isEqualTo(others);
        }
    }

    @Test
    void findsWhereItWasCutAndGoesOnBehindIt() throws IOException {
        byte[] whole = Files.readAllBytes(three());
        int[] ends = ends(whole);
        for (int length = ends[1] + 2; length < whole.length - 1; length += 7) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(file, event -> {})) {
                assertThat(journal.damages()).containsExactly("line 3 is cut");
                journal.append("{\"n\":4}");
            }
            Reading reading = read(file);
            assertThat(reading.events()).containsExactly(THREE.get(0), THREE.get(1), "{\"n\":4}");
            assertThat(reading.damages()).containsExactly("line 3 is not what was written");
        }
    }

    /** The write was whole and only its end is missing: nobody was told of it, but nothing is lost by keeping it. */
    @Test
    void keepsALastLineThatLacksItsEndOnly() throws IOException {
        byte[] whole = Files.readAllBytes(three());
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 1));
        try (Journal journal = Journal.open(file, event -> {})) {
            journal.append("{\"n\":4}");
        }
        assertThat(read(file).events()).hasSize(4);
        assertThat(read(file).damages()).isEmpty();
    }

    @Test
    void findsLinesThatWereTakenOutOrChangedPlaces() throws IOException {
        List<String> lines = Files.readAllLines(three());
        Path file = Files.write(folder.resolve("out"), List.of(lines.get(0), lines.get(2)));
        assertThat(read(file).damages()).containsExactly("before line 2 something is missing");
        Files.write(file, List.of(lines.get(1), lines.get(2)));
        assertThat(read(file).damages()).containsExactly("before line 1 something is missing");
        Files.write(file, List.of(lines.get(1), lines.get(0), lines.get(2)));
        assertThat(read(file).damages())
                .containsExactly(
                        "before line 1 something is missing",
                        "before line 2 something is missing",
                        "before line 3 something is missing");
        assertThat(read(file).events()).containsExactlyInAnyOrderElementsOf(THREE);
    }

    @Test
    void keepsTheEventsOfAllWhoWriteAtOnce() throws Exception {
        Path file = folder.resolve("journal");
        List<String> written = new ArrayList<>();
        try (Journal journal = Journal.open(file, event -> {})) {
            ExecutorService writers = Executors.newFixedThreadPool(8);
            List<Future<?>> ends = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                String name = "{\"writer\":" + writer + ",\"n\":";
                ends.add(writers.submit(() -> {
                    for (int n = 0; n < 25; n++) {
                        journal.append(name + n + "}");
                    }
                    return null;
                }));
                for (int n = 0; n < 25; n++) {
                    written.add(name + n + "}");
                }
            }
            for (Future<?> end : ends) {
                end.get();
            }
            writers.shutdown();
        }
        Reading reading = read(file);
        assertThat(reading.damages()).isEmpty();
        assertThat(reading.events()).hasSize(200);
        assertThat(new TreeSet<>(reading.events())).isEqualTo(new TreeSet<>(written));
    }

    @Test
    void forgetsWhatItIsToldToAndNothingElse() throws IOException {
        Path file = three();
        try (Journal journal = Journal.open(file, event -> {})) {
            journal.rewrite(event -> event.equals(THREE.get(1)) ? "{\"n\":0}" : event);
            journal.append("{\"n\":4}");
        }
        assertThat(read(file).events()).containsExactly(THREE.get(0), "{\"n\":0}", THREE.get(2), "{\"n\":4}");
        assertThat(read(file).damages()).isEmpty();
        Files.writeString(file, "what is this\n", StandardOpenOption.APPEND);
        try (Journal journal = Journal.open(file, event -> {})) {
            journal.rewrite(event -> event);
            assertThat(journal.damages()).containsExactly("line 5 is not what was written");
            journal.append("{\"n\":5}");
        }
        assertThat(read(file).events()).hasSize(5);
    }

    /** Who forgets must not hide what somebody else took away. */
    @Test
    void whatIsMissingStaysToBeSeenWhenSomethingElseIsForgotten() throws IOException {
        List<String> lines = Files.readAllLines(three());
        String changed = lines.get(1).replace("2}", "7}");
        for (List<String> damaged : List.of(
                List.of(lines.get(0), lines.get(2)),
                List.of(lines.get(1), lines.get(2)),
                List.of(lines.get(1), lines.get(0), lines.get(2)),
                List.of(lines.get(0), changed, lines.get(2)))) {
            Path file = Files.write(folder.resolve("damaged"), damaged);
            List<String> damages = read(file).damages();
            assertThat(damages).isNotEmpty();
            try (Journal journal = Journal.open(file, event -> {})) {
                journal.rewrite(event -> event.equals(THREE.get(0)) ? "{\"n\":0}" : event);
                assertThat(journal.damages()).isEqualTo(damages);
                assertThat(journal.lost()).isTrue();
                journal.append("{\"n\":4}");
            }
            assertThat(read(file).damages()).isEqualTo(damages);
        }
    }

    /** As long as nothing before it was written anew. */
    @Test
    void aLineFromABackupFitsWhereItWas() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(three()));
        Path file = Files.write(folder.resolve("out"), List.of(lines.get(0), lines.get(2)));
        try (Journal journal = Journal.open(file, event -> {})) {
            journal.rewrite(event -> event.equals(THREE.get(2)) ? "{\"n\":0}" : event);
        }
        lines.set(2, Files.readAllLines(file).get(1));
        Files.write(file, lines);
        assertThat(read(file).damages()).isEmpty();
        assertThat(read(file).events()).containsExactly(THREE.get(0), THREE.get(1), "{\"n\":0}");
    }

    /** Nobody was told that it was kept, so that it can be taken out too. */
    @Test
    void aLastLineThatIsCutIsNoLoss() throws IOException {
        byte[] whole = Files.readAllBytes(three());
        Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 9));
        try (Journal journal = Journal.open(file, event -> {})) {
            assertThat(journal.damages()).containsExactly("line 3 is cut");
            assertThat(journal.lost()).isFalse();
            journal.append("{\"n\":4}");
        }
        List<String> lines = Files.readAllLines(file);
        lines.remove(2);
        Files.write(file, lines);
        assertThat(read(file).damages()).isEmpty();
    }

    @Test
    void leavesNothingThatAKillLeftHalfWritten() throws IOException {
        Path file = three();
        Path half = Files.writeString(folder.resolve("journal.new"), "{\"n\":2");
        Journal.open(file, event -> {}).close();
        assertThat(half).doesNotExist();
    }

    @Test
    void refusesAnEventOfTwoLines() throws IOException {
        try (Journal journal = Journal.open(folder.resolve("journal"), event -> {})) {
            assertThatThrownBy(() -> journal.append("{\n}")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A small file system of its own, which only root can make, stands for a disk that is full. */
    @Test
    void isAsItWasWhenTheDiskIsFullAndGoesOnWhenItIsNot() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString()), "not root");
        try (Journal journal = Journal.open(disk.resolve("journal"), event -> {})) {
            journal.append(THREE.get(0));
            String large = "{\"text\":\"" + "x".repeat(20_000) + "\"}";
            assertThatThrownBy(() -> journal.append(large)).isInstanceOf(IOException.class);
            assertThat(read(disk.resolve("journal")).events()).containsExactly(THREE.get(0));
            journal.append(THREE.get(1));
            assertThat(read(disk.resolve("journal")).events()).containsExactly(THREE.get(0), THREE.get(1));
            assertThat(read(disk.resolve("journal")).damages()).isEmpty();
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private Path three() throws IOException {
        Path file = folder.resolve("journal");
        try (Journal journal = Journal.open(file, event -> {})) {
            for (String event : THREE) {
                journal.append(event);
            }
        }
        return file;
    }

    private static int[] ends(byte[] bytes) {
        int[] ends = new int[3];
        int line = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                ends[line++] = i;
            }
        }
        return ends;
    }

    private record Reading(List<String> events, List<String> damages) {}

    private static Reading read(Path file) throws IOException {
        List<String> events = new ArrayList<>();
        return new Reading(events, JournalReading.of(file, events::add).damages());
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
