package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.IndexCheck;
import org.werkgraaf.load.GraphDigest;
import org.werkgraaf.store.Backup;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreException;

class BackupTest {
    private static final int FLIPPED = 200;

    @TempDir
    private Path folder;

    private SmallContent content;
    private java.util.Map<String, byte[]> beside = java.util.Map.of();
    private GraphStore store;
    private Publisher publisher;

    @BeforeEach
    void publish() {
        content = SmallRelease.into(folder);
        store = GraphStore.onDisk(folder.resolve("var"));
        publisher = publisher(content, store, new EntityIndex(store, 100, 0));
        publisher.open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isWholeWhateverIsPublishedMeanwhile() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Set<String> published =
                new HashSet<>(Set.of(store.release().orElseThrow().id()));
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> {
            for (int i = 0; !enough.get(); i++) {
                content.techniques(i % 2 == 0 ? "koper" : "goud");
                published.add(publisher.publish().release().id());
            }
        });
        List<Path> archives = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            archives.add(archive("backup-" + i + ".zip"));
        }
        enough.set(true);
        publishing.join();
        for (Path archive : archives) {
            Path var = folder.resolve("var-of-" + archive.getFileName());
            Release restored = Backup.restore(archive, var);
            assertThat(published).contains(restored.id());
            assertServed(var, restored);
        }
    }

    @Test
    void bringsAnEarlierReleaseBackWithTheDatesOfItsThings() throws IOException {
        Release first = store.release().orElseThrow();
        Path archive = archive("first.zip");
        content.techniques("koper");
        publisher.publish();
        store.close();
        assertThat(Backup.restore(archive, folder.resolve("var"))).isEqualTo(first);
        assertServed(folder.resolve("var"), first);
        store = GraphStore.onDisk(folder.resolve("other"));
    }

    @Test
    void refusesAnArchiveThatIsNotWholeAndLeavesAllAsItWas() throws IOException {
        Path archive = archive("good.zip");
        Release served = store.release().orElseThrow();
        store.close();
        byte[] good = Files.readAllBytes(archive);
        long seed = System.nanoTime();
        System.out.println("Backup test seed " + seed);
        Random random = new Random(seed);
        List<Path> bad = new ArrayList<>(List.of(
                written("cut.zip", java.util.Arrays.copyOf(good, good.length / 2)),
                written("text.zip", "no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                changed(archive, "lacks-a-file.zip", "content.zip", null),
                changed(archive, "other-list.zip", "manifest.json", "{}".getBytes()),
                changed(archive, "other-file.zip", "changes.tsv", "risk/a\t1\t2001-01-01T00:00:00Z\n".getBytes())));
        for (int i = 0; i < 5; i++) {
            byte[] flipped = good.clone();
            // Behind the first header and before the list at the end. What stands between two files, such as a time,
            // nobody reads: that
            // is shorter than these bytes.
            int from = 1000 + random.nextInt(good.length - 6000 - FLIPPED);
            for (int at = from; at < from + FLIPPED; at++) {
                flipped[at] ^= 0x55;
            }
            bad.add(written("flipped-" + i + ".zip", flipped));
        }
        for (Path each : bad) {
            assertThatThrownBy(() -> Backup.restore(each, folder.resolve("var")))
                    .as(each.toString())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(each.getFileName().toString())
                    .hasMessageContaining("cannot be put back");
        }
        assertServed(folder.resolve("var"), served);
        assertThat(folder.resolve("var/releases")).isDirectoryContaining(path -> true);
        try (var releases = Files.list(folder.resolve("var/releases"))) {
            assertThat(releases.toList()).hasSize(1);
        }
        store = GraphStore.onDisk(folder.resolve("other"));
    }

    @Test
    void bringsBackWhatIsKeptBesideTheReleaseWhereThereIsNone() throws IOException {
        beside = java.util.Map.of(
                "proposals/proposals.jsonl", "one\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path archive = archive("with.zip");
        Path var = folder.resolve("var-of-with");
        Path file = var.resolve("proposals/proposals.jsonl");
        Backup.restore(archive, var);
        assertThat(file).hasContent("one\n");
        Files.writeString(file, "one\ntwo\n");
        Release restored = Backup.restore(archive, var);
        assertThat(file).hasContent("one\ntwo\n");
        assertServed(var, restored);
        Path bad = changed(archive, "other.zip", "proposals/proposals.jsonl", "two\n".getBytes());
        Path elsewhere = folder.resolve("var-of-other");
        assertThatThrownBy(() -> Backup.restore(bad, elsewhere)).hasMessageContaining("proposals.jsonl is damaged");
        assertThat(elsewhere.resolve("proposals")).doesNotExist();
    }

    @Test
    void isNotPutBackUnderARunningService() throws IOException {
        Path archive = archive("good.zip");
        assertThatThrownBy(() -> Backup.restore(archive, folder.resolve("var")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.IN_USE));
    }

    @Test
    void isNotMadeOfADamagedRelease() throws IOException {
        Path report = folder.resolve("var/releases")
                .resolve(store.release().orElseThrow().id())
                .resolve("content.zip");
        byte[] bytes = Files.readAllBytes(report);
        bytes[bytes.length / 2] ^= 1;
        Files.write(report, bytes);
        try (Lease lease = store.lease()) {
            assertThatThrownBy(() -> Backup.verify(lease.release()))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
        }
    }

    private Path archive(String name) throws IOException {
        Path file = folder.resolve(name);
        try (Lease lease = store.lease();
                OutputStream out = Files.newOutputStream(file)) {
            Backup.verify(lease.release());
            Backup.write(lease.release(), beside, out);
        }
        return file;
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** A copy in which one file holds something else, or is missing. */
    private Path changed(Path archive, String name, String file, byte[] instead) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(archive.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                if (!entry.getName().equals(file) || instead != null) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = from.getInputStream(entry)) {
                        to.write(entry.getName().equals(file) ? instead : in.readAllBytes());
                    }
                    to.closeEntry();
                }
            }
        }
        return written(name, bytes.toByteArray());
    }

    /** Opens it as a start does, and compares graph and index with what the release says. */
    private void assertServed(Path var, Release release) {
        try (GraphStore opened = GraphStore.onDisk(var)) {
            EntityIndex index = new EntityIndex(opened, 100, 0);
            publisher(content, opened, index).open();
            assertThat(opened.release()).contains(release);
            release.graphs().forEach((name, state) -> {
                String digest = opened.read(snapshot -> GraphDigest.of(snapshot.graph(NodeFactory.createURI(name))));
                assertThat(digest).as(name).isEqualTo(state.digest());
            });
            IndexCheck check = opened.read(snapshot -> IndexCheck.of(snapshot.union(), release.id(), index.census()));
            assertThat(check.agrees()).as(check.toString()).isTrue();
            assertThat(index.change("risk/work-stress")).isPresent();
            assertThat(new QualityReports(opened).of(release.id())).isPresent();
        }
    }

    private Publisher publisher(SmallContent content, GraphStore store, EntityIndex index) {
        return new Publisher(
                content.reader(), store, index, folder.resolve("none").toString(), Clock.systemUTC());
    }
}
