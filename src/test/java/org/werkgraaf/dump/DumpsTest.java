package org.werkgraaf.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.store.GraphStore;

class DumpsTest {
    static {
        JenaSystem.init();
    }

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final String TIME = "2026-11-22T10:00:00Z";

    @TempDir
    private static Path shared;

    /** Read by all tests; the one that changes it publishes its own. */
    private static PublishedContent published;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        published = new PublishedContent(shared, TIME);
    }

    @AfterAll
    static void close() {
        published.close();
    }

    @Test
    void hasNoneBeforeItIsStarted() {
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            assertThat(dumps.ready()).isEmpty();
            assertThat(dumps.problem()).isEmpty();
        }
    }

    @Test
    void replacesTheDumpAfterAPublishAndRemovesTheOldOne() throws IOException {
        try (PublishedContent own = new PublishedContent(folder.resolve("own"), TIME)) {
            try (Dumps dumps = new Dumps(own.store, root(), false)) {
                dumps.start();
                await(() -> isReady(dumps, own));
                Files.createDirectories(root().resolve(".1999-01-01-00000000.dump-being-written/csv"));
                own.content.techniques("koper");
                own.publish();
                dumps.renew();
                await(() -> isReady(dumps, own) && folders().size() == 1);
                assertThat(folders()).containsExactly(own.release());
            }
            assertThat(folders()).containsExactly(own.release());
        }
    }

    @Test
    void opensTheDumpThatIsThereFromBefore() throws IOException {
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
        }
        Path index = root().resolve(published.release()).resolve(Dump.INDEX);
        Object before = Files.getLastModifiedTime(index);
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
        }
        assertThat(Files.getLastModifiedTime(index)).isEqualTo(before);
    }

    @Test
    void makesADumpAgainThatLacksAFile() throws IOException {
        Path sums = root().resolve(published.release()).resolve(Dump.SUMS);
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
        }
        Files.delete(sums);
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
        }
        assertThat(sums).isNotEmptyFile();
    }

    @Test
    void makesADumpAgainOfWhichAFileHoldsSomethingElse() throws IOException {
        Path table = root().resolve(published.release()).resolve("csv/Technique.csv");
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
        }
        byte[] good = Files.readAllBytes(table);
        flip(table);
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
            assertThat(table).hasBinaryContent(good);
        }
    }

    /** What a changed letter leaves readable says another release or another digest, which are held against the folder and the files. */
    @Test
    void takesNoIndexOfWhichALetterChanged() throws IOException {
        Path folder = root().resolve(published.release());
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
        }
        Path written = folder.resolve(Dump.INDEX);
        byte[] good = Files.readAllBytes(written);
        DumpIndex index = Dump.open(folder).orElseThrow().index();
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(written, bad);
            Dump.open(folder).ifPresent(dump -> assertThat(said(dump.index())).isNotEqualTo(said(index)));
        }
        byte[] bad = good.clone();
        bad[new String(good, StandardCharsets.UTF_8).indexOf("name")] ^= 1;
        Files.write(written, bad);
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
            assertThat(written).hasBinaryContent(good);
        }
    }

    private static List<String> said(DumpIndex index) {
        return Stream.concat(Stream.of(index.release()), index.files().stream().map(DumpFile::sha256))
                .toList();
    }

    @Test
    void givesNoFileThatChangedUnderItAndMakesTheDumpAgain() throws IOException {
        Path table = root().resolve(published.release()).resolve("csv/Technique.csv");
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            dumps.start();
            await(() -> isReady(dumps));
            DumpFile file =
                    dumps.ready().orElseThrow().file("csv/Technique.csv").orElseThrow();
            assertThat(dumps.path(file)).contains(table.toAbsolutePath());
            byte[] good = Files.readAllBytes(table);
            flip(table);
            Files.setLastModifiedTime(table, java.nio.file.attribute.FileTime.fromMillis(1));
            assertThat(dumps.path(file)).isEmpty();
            await(() -> isReady(dumps));
            assertThat(table).hasBinaryContent(good);
            assertThat(dumps.path(file)).isPresent();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 64 && i < bytes.length; i++) {
            bytes[i] ^= 1;
        }
        Files.write(file, bytes);
    }

    @Test
    void removesWhatWasLeftHalfMadeEvenIfItCannotMakeAnother() throws IOException {
        for (int i = 0; i < 7; i++) {
            Files.createDirectories(root().resolve(".1999-01-0" + (i + 1) + "-00000000.dump-being-written/csv"));
        }
        try (GraphStore withoutRelease = GraphStore.inMemory();
                Dumps dumps = new Dumps(withoutRelease, root(), false)) {
            dumps.start();
            await(() -> folders().isEmpty());
            assertThat(dumps.ready()).isEmpty();
        }
    }

    @Test
    void saysWhyADumpCouldNotBeMade() throws IOException {
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            Files.deleteIfExists(root());
            Files.writeString(root(), "a file in its place");
            dumps.start();
            await(() -> !dumps.problem().isEmpty());
            assertThat(dumps.ready()).isEmpty();
            Files.delete(root());
            Files.createDirectory(root());
            dumps.renew();
            await(() -> isReady(dumps));
            assertThat(dumps.problem()).isEmpty();
        }
    }

    @Test
    void removesATemporaryFolderAtTheEnd() {
        try (Dumps dumps = new Dumps(published.store, root(), true)) {
            dumps.start();
        }
        assertThat(root()).doesNotExist();
    }

    @Test
    void countsARelease() {
        try (Dumps dumps = new Dumps(published.store, root(), false)) {
            ReleaseCensus census = dumps.census();
            assertThat(census.classes()).containsEntry("https://w3id.org/werkgraaf/ontology#Technique", 12L);
            assertThat(census.triples())
                    .isEqualTo(published.store.read(
                            snapshot -> snapshot.union().stream().count()));
            assertThat(dumps.census()).isSameAs(census);
        }
    }

    private static boolean isReady(Dumps dumps) {
        return isReady(dumps, published);
    }

    private static boolean isReady(Dumps dumps, PublishedContent content) {
        return dumps.ready()
                .filter(dump -> dump.index().release().equals(content.release()))
                .isPresent();
    }

    private Path root() {
        return folder.resolve("dumps");
    }

    private List<String> folders() {
        try (Stream<Path> files = Files.list(root())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
