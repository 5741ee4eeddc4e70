package org.werkgraaf.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.store.StoreException;

/** A small file system of its own, which only root can make, stands for a disk that is full or cannot be written. */
class ChangeFolderDiskTest {
    private static final Map<String, byte[]> BEFORE = Map.of("a.ttl", bytes("a 1"), "b.ttl", bytes("b 1"));
    private static final Map<String, byte[]> AFTER = Map.of("a.ttl", bytes("a 2"), "b.ttl", bytes("b 2"));

    @TempDir
    private Path folder;

    private Path disk;
    private ChangeFolder changes;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()), "not root");
        Files.createDirectories(disk.resolve("changes"));
        for (Map.Entry<String, byte[]> file : BEFORE.entrySet()) {
            Files.write(disk.resolve(file.getKey()), file.getValue());
        }
        changes = new ChangeFolder(disk.resolve("changes"), disk::resolve);
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void assertUntouched() throws IOException {
        assertThat(Files.readString(disk.resolve("a.ttl")) + Files.readString(disk.resolve("b.ttl")))
                .isEqualTo("a 1b 1");
        assertThat(disk.resolve("changes/journal")).doesNotExist();
    }

    @Test
    void aFullDiskIsToldBeforeAnythingIsWritten() throws Exception {
        Path filler = disk.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            byte[] piece = new byte[1 << 16];
            while (Files.getFileStore(disk).getUsableSpace() > 2L * piece.length) {
                out.write(piece);
            }
        }
        assertThatThrownBy(() -> changes.write(BEFORE, AFTER))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Cannot write the change")
                .hasMessageContaining("are free");
        assertUntouched();
        Files.delete(filler);
        changes.write(BEFORE, AFTER);
        assertThat(Files.readString(disk.resolve("b.ttl"))).isEqualTo("b 2");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldBeforeAnythingIsWritten() throws Exception {
        Path part = Files.createDirectories(disk.resolve("sources"));
        Assumptions.assumeTrue(run("mount", "--bind", part.toString(), part.toString()));
        Assumptions.assumeTrue(run("mount", "-o", "remount,ro,bind", part.toString()));
        try {
            assertThatThrownBy(() -> changes.write(BEFORE, Map.of("a.ttl", bytes("a 2"), "sources/c.trig", bytes("c"))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("sources cannot be written");
            assertUntouched();
        } finally {
            run("umount", "-l", part.toString());
        }
    }

    @Test
    void ofTwoWhoWriteAtOnceOneIsToldAndNothingIsHalfDone() throws Exception {
        for (int round = 0; round < 20; round++) {
            mountAgain();
            CountDownLatch start = new CountDownLatch(1);
            AtomicInteger written = new AtomicInteger();
            AtomicInteger told = new AtomicInteger();
            Thread[] writers = new Thread[2];
            for (int i = 0; i < writers.length; i++) {
                String text = "w" + i;
                writers[i] = new Thread(() -> {
                    try {
                        start.await();
                        new ChangeFolder(disk.resolve("changes"), disk::resolve)
                                .write(BEFORE, Map.of("a.ttl", bytes("a " + text), "b.ttl", bytes("b " + text)));
                        written.incrementAndGet();
                    } catch (StoreException | ChangeException e) {
                        told.incrementAndGet();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                writers[i].start();
            }
            start.countDown();
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(written.get()).isEqualTo(1);
            assertThat(told.get()).isEqualTo(1);
            String one = Files.readString(disk.resolve("a.ttl")).substring(2);
            assertThat(Files.readString(disk.resolve("b.ttl"))).isEqualTo("b " + one);
            assertThat(disk.resolve("changes/journal")).doesNotExist();
        }
    }

    private void mountAgain() throws IOException {
        for (Map.Entry<String, byte[]> file : BEFORE.entrySet()) {
            Files.write(disk.resolve(file.getKey()), file.getValue());
        }
    }
}
