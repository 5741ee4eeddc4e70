package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.publish.Publication.Outcome;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreException;

/** A small file system of its own, which only root can make, stands for a disk that is full. */
class FullDiskTest {
    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()), "not root");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    @Test
    void saysWhatItNeedsBeforeItWritesAndServesTheReleaseOfBefore() throws Exception {
        SmallContent content = new SmallContent(folder.resolve("content"));
        try (GraphStore store = GraphStore.onDisk(disk.resolve("var"))) {
            Publisher publisher = new Publisher(
                    content.reader(),
                    store,
                    new EntityIndex(store, 100, 0),
                    folder.resolve("none").toString(),
                    Clock.systemUTC());
            assertThatThrownBy(publisher::start)
                    .isInstanceOf(StoreException.class)
                    .hasMessageMatching(
                            "Cannot write the release in .*: it needs [0-9]+ MB and [0-3] MB are free\\. .*");
            assertFailed(publisher);
            assertThat(releases()).isEmpty();

            assertThat(run("mount", "-o", "remount,size=600m", disk.toString())).isTrue();
            assertThat(publisher.publish().outcome()).isEqualTo(Outcome.PUBLISHED);
            Release before = store.release().orElseThrow();

            fill();
            content.techniques("koper");
            assertThatThrownBy(publisher::publish)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("MB are free");
            assertFailed(publisher);
            assertThat(store.release()).contains(before);
            assertThat(releases()).containsExactly(before.id());

            Files.delete(disk.resolve("filler"));
            assertThat(publisher.publish().outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(store.release()).isNotEqualTo(java.util.Optional.of(before));
        }
    }

    @Test
    void saysThatAFileSystemCannotBeWritten() throws Exception {
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
        assertThatThrownBy(() -> GraphStore.onDisk(disk.resolve("var")))
                .isInstanceOf(StoreException.class)
                .hasMessageMatching("Cannot keep releases in .*: the folder cannot be written .*Read-only.*");
    }

    private static void assertFailed(Publisher publisher) {
        Publication last = publisher.last().orElseThrow();
        assertThat(last.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last.failure()).contains("MB are free");
        assertThat(last.summary()).startsWith("failed. ");
    }

    private List<String> releases() throws IOException {
        try (Stream<Path> releases = Files.list(disk.resolve("var/releases"))) {
            return releases.map(each -> each.getFileName().toString()).toList();
        }
    }

    /** Leaves less than a megabyte. */
    private void fill() throws IOException {
        try (var out = Files.newOutputStream(disk.resolve("filler"))) {
            byte[] megabyte = new byte[1 << 20];
            while (Files.getFileStore(disk).getUsableSpace() > megabyte.length) {
                out.write(megabyte);
            }
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
