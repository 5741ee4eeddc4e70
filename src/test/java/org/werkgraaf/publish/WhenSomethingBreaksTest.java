package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.werkgraaf.SmallContent;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.faults.FaultyFiles;
import org.werkgraaf.faults.FaultyFiles.Failure;
import org.werkgraaf.faults.FaultyFiles.Fault;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.store.Backup;
import org.werkgraaf.store.DiskSpace;
import org.werkgraaf.store.GraphStore;

/** Each message that the page on running the service explains is said when that happens. */
@ExtendWith(OutputCaptureExtension.class)
class WhenSomethingBreaksTest {
    /** These need a process, a meter or a service of their own: SurroundingsTest, HeapWatchTest, DamagedProposalsTest and others. */
    private static final List<String> ELSEWHERE = List.of(
            "The process may have",
            "The JVM cannot go on",
            "The heap is nearly full",
            "Following ",
            "No bundle could be made",
            "The release before is kept no more",
            "Line ... of the log of changes",
            "A change was half written",
            "The change ... is in the files and is not committed",
            "In the file of proposals",
            "The file of e-mail addresses",
            "A proposal or an answer could not be kept",
            "Nobody can sign in",
            "Proposals of readers are not taken",
            "SPARQL is not answered by");

    private static final int TENTH = 10;

    @TempDir
    private Path folder;

    private SmallContent content;
    private Path var;

    @BeforeEach
    void publish() {
        content = new SmallContent(folder.resolve("content"));
        var = folder.resolve("var");
        start();
    }

    @Test
    void saysWhatThePageExplains(CapturedOutput log) throws Exception {
        Map<String, Callable<String>> faults = faults();
        for (String row : rows()) {
            if (ELSEWHERE.stream().noneMatch(row::startsWith)) {
                String key = faults.keySet().stream()
                        .filter(row::contains)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No fault shows the message: " + row));
                int before = log.getAll().length();
                String said = faults.remove(key).call();
                String all = said + "\n" + log.getAll().substring(before);
                assertThat(pattern(row).matcher(all).find())
                        .as(row + " in: " + all)
                        .isTrue();
            }
        }
        assertThat(faults).isEmpty();
    }

    private Map<String, Callable<String>> faults() {
        Map<String, Callable<String>> faults = new LinkedHashMap<>();
        faults.put("is in use", () -> {
            try (GraphStore first = GraphStore.onDisk(var)) {
                return message(() -> GraphStore.onDisk(var));
            }
        });
        faults.put("it needs", () -> message(() -> DiskSpace.require(folder, Long.MAX_VALUE, "write the release")));
        faults.put("no space left", () -> publishUntil(() -> Files.write(Path.of("/dev/full"), new byte[1])));
        faults.put(
                "cannot be written",
                () -> publishUntil(() -> Files.write(Path.of("/sys/kernel/uevent_seqnum"), new byte[1])));
        faults.put("too many files", () -> publishUntil(WhenSomethingBreaksTest::openOneFileTooMany));
        faults.put("Publish: failed", () -> {
            try (GraphStore store = GraphStore.onDisk(var)) {
                Publisher publisher = publisher(store);
                publisher.start();
                content.techniques("koper");
                Path releases = var.resolve("releases");
                Path current = var.resolve("current");
                byte[] pointer = Files.readAllBytes(current);
                Files.delete(current);
                Files.createDirectories(current.resolve("in-the-way"));
                String said = message(publisher::publish);
                Files.delete(current.resolve("in-the-way"));
                Files.delete(current);
                Files.write(current, pointer);
                assertThat(releases).isDirectory();
                return said;
            }
        });
        faults.put("is damaged: ", () -> {
            flip("content.zip");
            try (GraphStore store = GraphStore.onDisk(var)) {
                return message(store::stored);
            } finally {
                flip("content.zip");
            }
        });
        faults.put("is damaged and is made again", () -> {
            flip("content.zip");
            return start();
        });
        faults.put("cannot make the release again", () -> {
            Files.write(release().resolve("content.zip"), new byte[] {1});
            return start();
        });
        faults.put("is served no more", () -> {
            try (GraphStore store = GraphStore.onDisk(var)) {
                Publisher publisher = publisher(store);
                publisher.start();
                publisher.withdraw(store.release().orElseThrow(), "A file is damaged.", "It was damaged 4 times.");
            }
            return start();
        });
        faults.put("It is not said which", () -> {
            Files.delete(var.resolve("current"));
            return start();
        });
        faults.put("The index of release", () -> {
            try (var files = Files.walk(release().resolve("index"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.write(file, new byte[] {1});
                }
            }
            return start();
        });
        faults.put("The quality report", () -> {
            Files.delete(release().resolve("report.json"));
            String said = start();
            assertThat(release().resolve("report.json")).isNotEmptyFile();
            return said;
        });
        faults.put("What the releases before", () -> {
            Files.writeString(release().resolve("history.json"), "[]  ");
            return start();
        });
        faults.put("Since when things", () -> {
            Files.writeString(release().resolve("changes.tsv"), "risk/work-stress\t1\t2001-01-01T00:00:00Z\n");
            return start();
        });
        faults.put("The dump in", () -> {
            dump();
            Path sums;
            try (Stream<Path> dumps = Files.list(folder.resolve("dumps"))) {
                sums = dumps.findFirst().orElseThrow().resolve("SHA256SUMS");
            }
            byte[] bytes = Files.readAllBytes(sums);
            bytes[0] ^= 1;
            Files.write(sums, bytes);
            dump();
            return "";
        });
        faults.put("No dump could", () -> {
            org.springframework.util.FileSystemUtils.deleteRecursively(folder.resolve("dumps"));
            Files.writeString(folder.resolve("dumps"), "in the way");
            String said = dumpIn(() -> {});
            Files.delete(folder.resolve("dumps"));
            return said;
        });
        faults.put("The backup", () -> {
            Path archive = Files.writeString(folder.resolve("backup.zip"), "cut");
            return message(() -> Backup.restore(archive, var));
        });
        faults.put("Publish: refused", () -> {
            content.write("data/entities/bad.ttl", "id:risk\\/bad a wg:Risk .\n");
            String said = start();
            Files.delete(content.root().resolve("data/entities/bad.ttl"));
            return said;
        });
        return faults;
    }

    private interface Work {
        void run() throws IOException;
    }

    private String dumpIn(Work first) throws Exception {
        try (GraphStore store = GraphStore.onDisk(var)) {
            publisher(store).start();
            try (Dumps dumps = new Dumps(store, folder.resolve("dumps"), false)) {
                first.run();
                dumps.start();
                for (int i = 0;
                        i < 2000 && dumps.ready().isEmpty() && dumps.problem().isEmpty();
                        i++) {
                    Thread.sleep(50);
                }
                return dumps.problem();
            }
        }
    }

    private void dump() throws Exception {
        dumpIn(() -> {});
    }

    /** What a publish says of which the tenth call to the machine fails in the machine's own words. */
    private String publishUntil(Failure failure) {
        FaultyFiles files = new FaultyFiles();
        try (GraphStore store = GraphStore.onDisk(files.path(var))) {
            Publisher publisher = publisher(store);
            publisher.start();
            content.techniques("woord" + System.nanoTime());
            files.arm(Fault.FAIL, TENTH, failure);
            return message(publisher::publish);
        }
    }

    /** A shell that may open no file at all says what the machine says then. */
    private static void openOneFileTooMany() throws IOException {
        Process shell = new ProcessBuilder("bash", "-c", "ulimit -n 3; exec 9</dev/null")
                .redirectErrorStream(true)
                .start();
        throw new IOException(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String message(Runnable work) {
        return String.valueOf(catchThrowable(work::run).getMessage());
    }

    private String start() {
        try (GraphStore store = GraphStore.onDisk(var)) {
            Publication publication = publisher(store).start();
            return publication.summary();
        }
    }

    private Publisher publisher(GraphStore store) {
        return new Publisher(
                content.reader(),
                store,
                new EntityIndex(store, 100, 0),
                folder.resolve("none").toString(),
                Clock.systemUTC());
    }

    private Path release() throws IOException {
        return var.resolve("releases")
                .resolve(Files.readString(var.resolve("current")).split(" ")[0]);
    }

    private void flip(String file) throws IOException {
        Path path = release().resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        Files.write(path, bytes);
    }

    /** The messages of the table on the page. */
    private static List<String> rows() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        String table = page.substring(page.indexOf("## When something breaks"));
        return table.substring(0, table.indexOf("\n## "))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }

    /** Dots stand for what differs. */
    private static Pattern pattern(String message) {
        StringBuilder pattern = new StringBuilder();
        for (String part : message.split("\\.\\.\\.", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString());
    }
}
