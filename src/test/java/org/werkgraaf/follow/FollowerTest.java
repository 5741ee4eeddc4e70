package org.werkgraaf.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.follow.HandingOver.Keys;
import org.werkgraaf.follow.HandingOver.Reader;
import org.werkgraaf.follow.HandingOver.Writer;
import org.werkgraaf.load.GraphDigest;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Release;

/** A reader serves what the list says, whole and verified, or what it served before. */
@ExtendWith(OutputCaptureExtension.class)
class FollowerTest {
    @TempDir
    private static Path made;

    private static Keys keys;
    private static Keys others;
    private static Release first;
    private static Release second;

    @TempDir
    private Path folder;

    private Path bundles;

    /** Two releases and their bundles; {@code one} has the first, {@code two} both. */
    @BeforeAll
    static void publish() throws Exception {
        keys = Keys.in(made, "ours");
        others = Keys.in(made, "theirs");
        try (Writer writer = new Writer(made)) {
            first = writer.publish("koper", keys.own());
            FileSystemUtils.copyRecursively(writer.bundles(), made.resolve("one"));
            second = writer.publish("goud", keys.own());
            FileSystemUtils.copyRecursively(writer.bundles(), made.resolve("two"));
        }
    }

    @BeforeEach
    void copy() {
        bundles = folder.resolve("bundles");
    }

    private void lay(String which) throws IOException {
        FileSystemUtils.deleteRecursively(bundles);
        FileSystemUtils.copyRecursively(made.resolve(which), bundles);
    }

    private Reader reader() {
        return new Reader(folder, "reader", bundles.toString(), keys.publicKey(), HandingOver.LIMITS);
    }

    @Test
    void servesWhatTheWriterPublishedAndKeepsTheOneBefore() throws IOException {
        lay("one");
        try (Reader reader = reader()) {
            assertThat(reader.served()).isEqualTo(first.id());
            assertThat(reader.kept()).isEqualTo("none");
            lay("two");
            assertThat(reader.look()).isEmpty();
            assertThat(reader.served()).isEqualTo(second.id());
            assertThat(reader.kept()).isEqualTo(first.id());
            assertSays(reader, first);
            assertSays(reader, second);
            assertThat(reader.store.lease("2001-01-01-00000000")).isEmpty();
        }
        // A start opens both again, and asks nobody.
        FileSystemUtils.deleteRecursively(bundles);
        try (Reader reader = reader()) {
            assertThat(reader.served()).isEqualTo(second.id());
            assertSays(reader, first);
            assertThat(reader.look()).contains("There is no").contains("bundles.json");
            assertThat(reader.served()).isEqualTo(second.id());
        }
    }

    @Test
    void rollsBackOnCommandAndStaysUntilThereIsAnother() throws IOException {
        lay("one");
        try (Reader reader = reader()) {
            lay("two");
            reader.look();
            assertThat(reader.follower.rollBack().orElseThrow()).isEqualTo(first);
            assertThat(reader.kept()).isEqualTo(second.id());
            assertThat(reader.look()).isEmpty();
            assertThat(reader.served()).isEqualTo(first.id());
            assertThat(reader.follower.state().left()).isTrue();
        }
        try (Reader reader = reader()) {
            assertThat(reader.look()).isEmpty();
            assertThat(reader.served()).isEqualTo(first.id());
            assertThat(reader.follower.forward().problem()).isEmpty();
            assertThat(reader.served()).isEqualTo(second.id());
            assertThat(reader.kept()).isEqualTo(first.id());
        }
    }

    @Test
    void leavesAReleaseThatIsWithdrawnAndDropsIt() throws IOException {
        lay("two");
        try (Reader reader = reader()) {
            BundleFolder writing = new BundleFolder(bundles, keys.own(), 3);
            assertThat(writing.withdraw("2001-01-01-00000000")).isEmpty();
            assertThat(writing.withdraw(second.id())).contains(first.id());
            assertThat(writing.withdraw(first.id())).as("the last one").isEmpty();
            assertThat(reader.look()).isEmpty();
            assertThat(reader.served()).isEqualTo(first.id());
            assertThat(reader.kept()).isEqualTo("none");
            assertThat(reader.store.lease(second.id())).isEmpty();
            try (Stream<Path> releases = Files.list(folder.resolve("reader/releases"))) {
                assertThat(releases).hasSize(1);
            }
        }
    }

    @Test
    void handsAWithdrawnReleaseOnNoMoreUntilSomebodySaysSo() {
        try (Writer writer = new Writer(folder.resolve("withdrawing"))) {
            writer.publish("koper", keys.own());
            Release withdrawn = writer.publish("goud", keys.own());
            BundleFolder writing = new BundleFolder(writer.bundles(), keys.own(), 3);
            assertThat(writing.withdraw(withdrawn.id())).isPresent();
            writer.publish("goud", keys.own());
            assertThat(writing.releases()).doesNotContain(withdrawn.id());
            writer.again(keys.own());
            assertThat(writing.releases()).contains(withdrawn.id());
        }
    }

    @Test
    void signsNoListAgainThatItDidNotSign() throws IOException {
        lay("two");
        BundleFolder writing = new BundleFolder(bundles, keys.own(), 3);
        changeList(text -> text.replaceFirst(",\"signature\":\"[^\"]*\"", ""));
        byte[] unsigned = Files.readAllBytes(bundles.resolve(BundleList.FILE));
        assertThatThrownBy(() -> writing.withdraw(second.id())).hasMessageContaining("werkgraaf.bundle.key");
        assertThat(bundles.resolve(BundleList.FILE)).hasBinaryContent(unsigned);
        sign(others, UnaryOperator.identity());
        assertThatThrownBy(writing::releases).hasMessageContaining("werkgraaf.bundle.key");
        sign(keys, text -> text.replaceFirst("\"number\":[0-9]+", "\"number\":" + Long.MAX_VALUE));
        assertThatThrownBy(() -> writing.withdraw(second.id())).hasMessageContaining("which no service writes");
        lay("two");
        assertThat(writing.withdraw(second.id())).contains(first.id());
    }

    @Test
    void keepsWhatItServesWhateverIsWrongAndTakesTheNextGoodOne() throws IOException {
        lay("one");
        try (Reader reader = reader()) {
            for (Fault fault : faults()) {
                lay("two");
                fault.damage().run();
                assertThat(reader.look()).as(fault.name()).contains(fault.said());
                assertThat(reader.served()).as(fault.name()).isEqualTo(first.id());
                assertThat(reader.kept()).as(fault.name()).isEqualTo("none");
                assertSays(reader, first);
                assertNothingIsLeft();
            }
            assertThat(reader.follower.state().failures()).isEqualTo(faults().size());
            lay("two");
            assertThat(reader.look()).isEmpty();
            assertThat(reader.served()).isEqualTo(second.id());
            assertThat(reader.follower.state().failures()).isZero();
        }
    }

    private interface Damaging {
        void run() throws IOException;
    }

    /**
     * @param damage done to the bundles of both releases
     * @param said in the problem
     */
    private record Fault(String name, Damaging damage, String said) {}

    private List<Fault> faults() {
        return List.of(
                new Fault("the folder is gone", () -> FileSystemUtils.deleteRecursively(bundles), "There is no"),
                new Fault("the bundle is gone", () -> Files.delete(bundle()), "There is no"),
                new Fault(
                        "a part of the bundle",
                        () -> changeBundle(all -> java.util.Arrays.copyOf(all, all.length / 2)),
                        "is not what the list says"),
                new Fault(
                        "a letter of the bundle",
                        () -> changeBundle(all -> {
                            all[all.length / 2] ^= 1;
                            return all;
                        }),
                        "is not what the list says"),
                new Fault(
                        "a longer bundle",
                        () -> changeBundle(all -> java.util.Arrays.copyOf(all, all.length + 1)),
                        "is longer than"),
                new Fault(
                        "a part of the list",
                        () -> changeList(text -> text.substring(0, text.length() / 2)),
                        "no list of bundles"),
                new Fault(
                        "a list without a signature",
                        () -> changeList(text -> text.replaceFirst(",\"signature\":\"[^\"]*\"", "")),
                        "is not signed"),
                new Fault(
                        "a signature that is none",
                        () -> changeList(
                                text -> text.replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"AAAA\"")),
                        "The signature of the list"),
                new Fault(
                        "a changed list",
                        () -> changeList(text -> text.replace("\\\"number\\\":", "\\\"number\\\":9")),
                        "The signature of the list"),
                new Fault(
                        "the key of somebody else",
                        () -> sign(others, UnaryOperator.identity()),
                        "The signature of the list"),
                new Fault(
                        "an old list",
                        () -> sign(keys, text -> text.replaceFirst("\"number\":[0-9]+", "\"number\":7")),
                        "an old one was put back"),
                new Fault(
                        "a newer form",
                        () -> sign(keys, text -> text.replace("\"version\":1", "\"version\":2")),
                        "The list is of form 2"),
                new Fault(
                        "another version of the service",
                        () -> sign(keys, text -> text.replaceAll("\"format\":\"[0-9a-f]+\"", "\"format\":\"0123\"")),
                        "Another version of the service"),
                new Fault(
                        "a name that leaves the folder",
                        () -> sign(keys, text -> text.replaceAll("(\"file\":\"|\"current\":\")", "$1../")),
                        "names no bundle"),
                new Fault(
                        "a bundle that is too large",
                        () -> sign(keys, text -> text.replaceAll("\"bytes\":[0-9]+", "\"bytes\":50000001")),
                        "werkgraaf.reader.bundle-bytes-max"),
                new Fault(
                        "a release that is too large",
                        () -> sign(
                                keys, text -> text.replaceAll("\"releaseBytes\":[0-9]+", "\"releaseBytes\":200000001")),
                        "werkgraaf.reader.release-bytes-max"),
                new Fault(
                        "another file under its digest",
                        () -> {
                            byte[] other = "no archive".getBytes(StandardCharsets.UTF_8);
                            Files.write(bundle(), other);
                            String digest = Digest.of(bundle());
                            sign(
                                    keys,
                                    text -> text.replaceAll(
                                            "\"sha256\":\"[0-9a-f]+\"", "\"sha256\":\"" + digest + "\""));
                        },
                        "cannot be served"));
    }

    private BundleList list() throws IOException {
        return BundleList.read(Files.readAllBytes(bundles.resolve(BundleList.FILE)), Signatures.verifying(""));
    }

    private Path bundle() throws IOException {
        return bundles.resolve(list().current());
    }

    private void changeBundle(UnaryOperator<byte[]> change) throws IOException {
        Files.write(bundle(), change.apply(Files.readAllBytes(bundle())));
    }

    private void changeList(UnaryOperator<String> change) throws IOException {
        Path file = bundles.resolve(BundleList.FILE);
        String before = Files.readString(file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    /** Changes what the list says, and signs it again. */
    private void sign(Keys by, UnaryOperator<String> change) throws IOException {
        String text = new tools.jackson.databind.json.JsonMapper()
                .readTree(Files.readAllBytes(bundles.resolve(BundleList.FILE)))
                .get("list")
                .asString();
        String changed = change.apply(text);
        String signature = Signatures.signing(by.own()).sign(changed.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                bundles.resolve(BundleList.FILE),
                new tools.jackson.databind.json.JsonMapper()
                        .writeValueAsString(java.util.Map.of("list", changed, "signature", signature)));
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(folder.resolve("reader/incoming")).doesNotExist();
        try (Stream<Path> releases = Files.list(folder.resolve("reader/releases"))) {
            assertThat(releases.map(each -> each.getFileName().toString())).containsExactly(first.id());
        }
    }

    @Test
    void saysWhatThePageOfOperatorsExplains(CapturedOutput log) throws Exception {
        lay("one");
        try (Reader reader = reader()) {
            lay("two");
            reader.look();
            FileSystemUtils.deleteRecursively(bundles);
            reader.look();
            reader.look();
        }
        assertThat(log.getAll()).containsOnlyOnce("Following " + bundles + ": There is no ");
        Path kept = folder.resolve("reader/releases").resolve(first.id()).resolve("content.zip");
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept, bytes);
        try (Reader reader = reader()) {
            assertThat(reader.served()).isEqualTo(second.id());
            assertThat(reader.kept()).isEqualTo("none");
            Path file = Files.createFile(folder.resolve("file"));
            try (Bundler bundler = new Bundler(reader.store, new BundleFolder(file, "", 3))) {
                bundler.renew();
                await(() -> !bundler.problem().isEmpty());
            }
        }
        assertThat(log.getAll())
                .contains("The release before is kept no more: ")
                .contains("No bundle could be made: Cannot write bundles in " + folder.resolve("file"));
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        for (int tries = 0; tries < 500 && !reached.getAsBoolean(); tries++) {
            Thread.sleep(20);
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    /** A full disk stands where a reader unpacks: a small file system of its own, which only root can make. */
    @Test
    void saysThatTheDiskIsFullAndServesTheReleaseOfBefore() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString()), "not root");
        try {
            lay("one");
            try (Reader reader = new Reader(disk, "reader", bundles.toString(), keys.publicKey(), HandingOver.LIMITS)) {
                assertThat(reader.served()).isEqualTo(first.id());
                assertThat(run("mount", "-o", "remount,size=" + used(disk), disk.toString()))
                        .isTrue();
                lay("two");
                assertThat(reader.look()).contains("MB are free");
                assertThat(reader.served()).isEqualTo(first.id());
                assertSays(reader, first);
                assertThat(run("mount", "-o", "remount,size=80m", disk.toString()))
                        .isTrue();
                assertThat(reader.look()).isEmpty();
                assertThat(reader.served()).isEqualTo(second.id());
            }
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    /** What a file system takes now, and a quarter of a megabyte. */
    private static long used(Path disk) throws IOException {
        var store = Files.getFileStore(disk);
        return store.getTotalSpace() - store.getUsableSpace() + (1 << 18);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void refusesAKeyThatIsNone() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pem"), "no key");
        assertThatThrownBy(() -> Signatures.verifying(text.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("werkgraaf.reader.public-key")
                .hasMessageContaining("Ed25519");
        assertThatThrownBy(() -> Signatures.signing(keys.publicKey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("werkgraaf.bundle.key");
    }

    /** Each graph of a release that is held says what was published. */
    private static void assertSays(Reader reader, Release release) {
        try (Lease lease = reader.store.lease(release.id()).orElseThrow()) {
            assertThat(lease.release().release()).contains(release);
            release.graphs()
                    .forEach((name, state) -> assertThat(reader.store.<String>read(
                                    snapshot -> GraphDigest.of(snapshot.graph(NodeFactory.createURI(name)))))
                            .as(name)
                            .isEqualTo(state.digest()));
        }
    }
}
