package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Manifest;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.StoreCheck;

/** What was published is served or nothing is, whatever happened to the files. */
class DamageTest {
    private static final String STORE = "store/Data-0001/";

    @TempDir
    private Path folder;

    private SmallContent content;
    private Release published;

    @BeforeEach
    void published() throws IOException {
        content = SmallRelease.into(folder);
        published = SmallRelease.of(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STORE + "nodes-data.obj",
                STORE + "SPO.dat",
                STORE + "GPOS.idn",
                STORE + "nodes.bpt",
                "content.zip",
                "manifest.json"
            })
    void makesTheReleaseAgainWhenALetterChanged(String file) throws IOException {
        flip(at(file));
        assertIsMadeAgain();
    }

    @ParameterizedTest
    @ValueSource(strings = {STORE + "GPOS.bpt", STORE + "nodes.idn", "manifest.json", "content.zip"})
    void makesTheReleaseAgainWhenAFileIsGone(String file) throws IOException {
        Files.delete(at(file));
        assertIsMadeAgain();
    }

    @Test
    void makesTheReleaseAgainWhenAFileWasCut() throws IOException {
        Files.write(at(STORE + "OSPG.dat"), new byte[4096]);
        assertIsMadeAgain();
    }

    @Test
    void makesTheReleaseAgainWhenAllOfItIsGone() throws IOException {
        DurableFiles.delete(at(""));
        assertIsMadeAgain();
    }

    @Test
    void makesTheReleaseAgainWhenItIsNotSaidWhichIsServed() throws IOException {
        Files.writeString(folder.resolve("var/current"), "nonsense\n");
        assertIsMadeAgain();
    }

    @Test
    void makesTheReleaseAgainFromTheContentThatItKept() throws IOException {
        content.write("data/entities/broken.ttl", "nonsense");
        flip(at(STORE + "nodes-data.obj"));
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            assertThat(publisher.start().refused()).isTrue();
            assertThat(WholeRelease.check(store)).isEqualTo(published);
            assertThat(publisher.damage().orElseThrow().madeAgain()).isTrue();
        }
    }

    @Test
    void servesNothingWhenNoContentCanMakeTheReleaseAgain() throws IOException {
        content.write("data/entities/broken.ttl", "nonsense");
        flip(at(STORE + "nodes-data.obj"));
        // One changed bit may fall where nothing stands that is read back.
        Files.write(at("content.zip"), new byte[(int) Files.size(at("content.zip"))]);
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            assertThat(publisher.start().refused()).isTrue();
            assertThat(store.release()).isEmpty();
            assertThat(publisher.damage().orElseThrow().message())
                    .contains(
                            "content.zip holds something else than was written",
                            "set-aside",
                            "Correct the content and publish");
            content.write("data/entities/broken.ttl", "");
            publisher.publish();
            assertThat(WholeRelease.check(store).digest()).isEqualTo(published.digest());
        }
    }

    @Test
    void noticesAChangedLetterWhileItIsServed() throws IOException {
        try (GraphStore store = open();
                Verifier verifier = started(store)) {
            assertThat(verifier.last().orElseThrow().agrees()).isTrue();
            Path file = at(STORE + "nodes-data.obj");
            byte[] bytes = Files.readAllBytes(file);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Techniek 1 ");
            bytes[at] = 'X';
            Files.write(file, bytes);
            verifier.verify();
            assertThat(WholeRelease.check(store)).isEqualTo(published);
            assertThat(aside()).hasSize(1);
        }
    }

    @Test
    void makesTheReleaseAgainWhenAnotherIsNamed() throws IOException {
        content.write("data/entities/broken.ttl", "nonsense");
        Path current = folder.resolve("var/current");
        Files.writeString(current, "x" + Files.readString(current));
        assertIsMadeAgainFromWhatWasKept();
        assertThat(aside()).hasSize(1);
    }

    @Test
    void servesTheOnlyReleaseWhenItIsNotNamedAnyMore() throws IOException {
        content.write("data/entities/broken.ttl", "nonsense");
        Files.delete(folder.resolve("var/current"));
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            assertThat(WholeRelease.check(store)).isEqualTo(published);
            assertThat(publisher.damage()).isEmpty();
        }
        assertThat(folder.resolve("var/current")).isNotEmptyFile();
        assertThat(folder.resolve("var/set-aside")).doesNotExist();
    }

    @Test
    void makesTheReleaseAgainAfterACrashInTheMidstOfThat() throws IOException {
        content.write("data/entities/broken.ttl", "nonsense");
        flip(at(STORE + "nodes-data.obj"));
        try (GraphStore store = open()) {
            assertThatThrownBy(store::stored).hasMessageContaining("nodes-data.obj");
            assertThat(store.setAside(Optional.empty())).isPresent();
        }
        assertIsMadeAgainFromWhatWasKept();
    }

    @Test
    void copiesWhatTheBuildMadeWhenThatIsTheDamagedRelease() throws IOException {
        Path prepared = folder.resolve("prepared");
        PreparedRelease.write(prepared, at(""), Manifest.of(Files.readAllBytes(at(Manifest.FILE))));
        content.write("data/entities/broken.ttl", "nonsense");
        flip(at(STORE + "nodes-data.obj"));
        Files.delete(at("content.zip"));
        try (GraphStore store = open()) {
            Publisher publisher = new Publisher(
                    content.reader(), store, new EntityIndex(store, 100, 0), prepared.toString(), Clock.systemUTC());
            publisher.start();
            assertThat(WholeRelease.check(store)).isEqualTo(published);
            assertThat(publisher.damage().orElseThrow().madeAgain()).isTrue();
        }
    }

    @Test
    void looksAgainWhenAFileWasTouched() throws IOException {
        try (GraphStore store = open();
                Verifier verifier = started(store)) {
            // TDB2 makes some of its files longer when they are read for the first time, which counts as touched.
            verifier.look();
            StoreCheck first = verifier.last().orElseThrow();
            verifier.look();
            assertThat(verifier.last()).containsSame(first);
            flip(at(STORE + "nodes-data.obj"));
            verifier.look();
            assertThat(WholeRelease.check(store)).isEqualTo(published);
            assertThat(aside()).hasSize(1);
        }
    }

    @Test
    void readsNoMoreThanTheFileThatWasTouched() throws IOException {
        try (GraphStore store = open();
                Verifier verifier = started(store)) {
            verifier.look();
            StoreCheck first = verifier.last().orElseThrow();
            Files.setLastModifiedTime(at(STORE + "nodes-data.obj"), FileTime.fromMillis(0));
            verifier.look();
            StoreCheck second = verifier.last().orElseThrow();
            assertThat(second.times()).isNotEqualTo(first.times());
            assertThat(second.checkedAt()).as("when all was read").isEqualTo(first.checkedAt());
            verifier.look();
            assertThat(verifier.last()).containsSame(second);
        }
    }

    @Test
    void servesNothingOnceAReleaseIsWithdrawn() throws IOException {
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            publisher.withdraw(published, "A file is damaged.", "It was damaged 4 times in a row; look at the disk.");
            assertThat(store.release()).isEmpty();
            assertThat(aside()).hasSize(1);
            assertThat(publisher.damage().orElseThrow().message())
                    .contains("could not be made again: It was damaged 4 times", "put a backup back");
            publisher.publish();
            assertThat(WholeRelease.check(store).digest()).isEqualTo(published.digest());
        }
    }

    @Test
    void noticesThatItsFilesWereRemovedAndWritesThemAgain() throws IOException {
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            assertThat(store.moved()).isEmpty();
            DurableFiles.delete(at(""));
            assertThat(store.moved())
                    .hasValueSatisfying(what -> assertThat(what).contains("is missing"));
            assertThat(publisher.publish().outcome()).isEqualTo(Publication.Outcome.RENEWED);
            assertThat(store.moved()).isEmpty();
            assertThat(WholeRelease.check(store)).isEqualTo(published);
        }
        try (GraphStore store = open()) {
            publisher(store).start();
            assertThat(WholeRelease.check(store)).isEqualTo(published);
        }
    }

    @Test
    void noticesThatItsLockWasReplaced() throws IOException {
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            Files.delete(folder.resolve("var/lock"));
            assertThat(store.moved())
                    .hasValueSatisfying(what -> assertThat(what).contains("lock"));
            content.techniques("koper");
            publisher.publish();
            assertThat(store.moved()).isEmpty();
        }
    }

    private Verifier started(GraphStore store) {
        Publisher publisher = publisher(store);
        publisher.start();
        Verifier verifier = new Verifier(store, publisher);
        verifier.verify();
        return verifier;
    }

    private void assertIsMadeAgain() throws IOException {
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            Release now = WholeRelease.check(store);
            assertThat(now.digest()).isEqualTo(published.digest());
            assertThat(now.id()).isEqualTo(published.id());
            assertThat(publisher.damage()).isPresent();
        }
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            assertThat(publisher.damage()).isEmpty();
        }
    }

    private void assertIsMadeAgainFromWhatWasKept() {
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            assertThat(publisher.start().refused()).isTrue();
            assertThat(WholeRelease.check(store)).isEqualTo(published);
            assertThat(publisher.damage().orElseThrow().madeAgain()).isTrue();
        }
    }

    private List<Path> aside() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("var/set-aside"))) {
            return folders.toList();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x04;
        Files.write(file, bytes);
    }

    private Path at(String file) {
        return folder.resolve("var/releases").resolve(published.id()).resolve(file);
    }

    private GraphStore open() {
        return GraphStore.onDisk(folder.resolve("var"));
    }

    private Publisher publisher(GraphStore store) {
        return new Publisher(content.reader(), store, new EntityIndex(store, 100, 0), "none", Clock.systemUTC());
    }
}
