package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.SmallContent;
import org.werkgraaf.dump.Dump;
import org.werkgraaf.dump.DumpFile;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.GraphDigest;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.ReleaseFolder;
import org.werkgraaf.store.StoreCheck;

/**
 * Random rounds of what can happen to a service, each in a process with a small heap and readers: damage of a random file, a full
 * disk or refused content before the start; publishes and refusals; an end or a kill in the midst of a publish. After each round all
 * that is on the disk is held against what was published.
 *
 * <p>As a rule for twenty seconds, 200 rounds with {@code -Pfaults}. A seed is printed; {@code -Dwerkgraaf.faults.seed} takes it.
 */
class InterleavingsTest {
    private static final boolean ALL = Boolean.getBoolean("werkgraaf.faults.all");
    private static final int ROUNDS = Integer.getInteger("werkgraaf.faults.rounds", 200);
    private static final long MILLIS_MAX = 20_000;
    private static final int DISK_MEGABYTES = 160;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("werkgraaf.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, Integer> done = new TreeMap<>();
    private SmallContent content;
    private Path disk;
    private boolean mounted;
    private String acknowledged = "";
    private boolean inFlight;
    /** How long the last publish took that came to its end. */
    private long publishMillis = 2500;

    @Test
    void servesOnlyWhatWasPublished() throws Exception {
        System.out.println("Interleavings: seed " + seed);
        content = new SmallContent(folder.resolve("content"));
        mount();
        long end = System.currentTimeMillis() + MILLIS_MAX;
        int rounds = 0;
        while (rounds < ROUNDS && (ALL || rounds == 0 || System.currentTimeMillis() < end)) {
            round();
            rounds++;
        }
        System.out.println("Interleavings: " + rounds + " rounds of " + done);
    }

    private void round() throws Exception {
        String before = acknowledged.isEmpty() ? "nothing" : pick("nothing", "damage", "refused start", "full disk");
        count(before);
        boolean full = before.equals("full disk") && mounted;
        if (full) {
            content.techniques("woord" + random.nextInt(1000));
            fill(random.nextInt(12_000_000));
        }
        switch (before) {
            case "damage" -> damage();
            case "refused start" -> breakContent();
            default -> {}
        }
        inFlight = false;
        try (Child child = new Child()) {
            told(child.line(), before.equals("refused start"), full);
            mend();
            for (int i = random.nextInt(3); i > 0; i--) {
                act(child, full);
            }
            leave(child);
        } finally {
            mend();
            empty();
        }
        check();
        // As whoever runs the service is told to do when she has looked at them; two hundred would not fit on the disk.
        FileSystemUtils.deleteRecursively(disk.resolve("var/set-aside"));
    }

    private void act(Child child, boolean full) throws Exception {
        String action = pick("publish", "refuse", "same", "publish while the disk fills");
        count(action);
        switch (action) {
            case "publish" -> content.techniques("woord" + random.nextInt(1000));
            case "refuse" -> breakContent();
            default -> {}
        }
        if (action.equals("publish while the disk fills") && mounted) {
            empty();
            content.techniques("woord" + random.nextInt(1000));
            child.say("publish");
            sleepForAPartOfAPublish();
            fill(random.nextInt(500_000));
            told(child.line(), false, true);
            empty();
        } else {
            long begin = System.currentTimeMillis();
            child.say("publish");
            told(child.line(), action.equals("refuse"), full);
            publishMillis = action.equals("publish") ? System.currentTimeMillis() - begin : publishMillis;
        }
        mend();
    }

    private void leave(Child child) throws Exception {
        String way = pick("end", "kill", "kill while publishing");
        count(way);
        if (way.equals("end")) {
            child.say("end");
            assertThat(child.line()).isEqualTo("ended");
        } else if (way.equals("kill while publishing")) {
            content.techniques("woord" + random.nextInt(1000));
            inFlight = true;
            child.say("publish");
            sleepForAPartOfAPublish();
        }
        child.kill();
    }

    /** At times for a little longer, so that the new release is served by then. */
    private void sleepForAPartOfAPublish() throws InterruptedException {
        Thread.sleep((long) (random.nextDouble() * 1.25 * publishMillis));
    }

    /** What the process says is served is what the content says; or, if that was refused or there is no room, what was before. */
    private void told(String line, boolean refused, boolean full) {
        assertThat(line)
                .as("seed " + seed)
                .startsWith("> ")
                .doesNotContain("MIXED")
                .doesNotContain("UNTOLD");
        String served = line.substring(line.lastIndexOf(' ') + 1);
        if (full) {
            count(
                    !line.contains(FaultChild.FAILED)
                            ? "  of these with room enough"
                            : line.contains("it needs")
                                    ? "  of these told before writing"
                                    : "  of these failed while writing");
        }
        if (refused || (full && line.contains(FaultChild.FAILED))) {
            assertThat(served)
                    .as("seed " + seed + ", " + line)
                    .isIn(acknowledged, acknowledged.isEmpty() ? FaultChild.NOTHING : acknowledged);
        } else {
            assertThat(served).as("seed " + seed + ", " + line).isEqualTo(digest());
            acknowledged = served;
        }
    }

    private String digest() {
        return new GraphLoader().load(content.reader().read()).digest();
    }

    /** Holds all that the round left on the disk against what was acknowledged. */
    private void check() throws Exception {
        try (GraphStore store = GraphStore.onDisk(disk.resolve("var"))) {
            Publisher publisher =
                    new Publisher(content.reader(), store, new EntityIndex(store, 100, 0), "none", Clock.systemUTC());
            publisher.open();
            assertThat(publisher.damage()).as("seed " + seed).isEmpty();
            assertThat(store.release()).as("seed " + seed).isPresent();
            String found = WholeRelease.check(store).digest();
            if (inFlight) {
                count(
                        found.equals(acknowledged)
                                ? "  of these with the old one left"
                                : "  of these with the new one left");
                assertThat(found).as("seed " + seed).isIn(acknowledged, digest());
            } else {
                assertThat(found).as("seed " + seed).isEqualTo(acknowledged);
            }
            acknowledged = found;
            try (Lease lease = store.lease()) {
                StoreCheck check = StoreCheck.of(lease.release(), GraphDigest::of);
                assertThat(check.differences()).as("seed " + seed).isEmpty();
                Path release = lease.release().folder().orElseThrow();
                assertThat(ReleaseFolder.problem(release, ReleaseFolder.REPORT))
                        .as("seed " + seed)
                        .isEmpty();
            }
            checkDumps(store);
        }
    }

    private void checkDumps(GraphStore store) throws Exception {
        String release = store.release().orElseThrow().id();
        try (Dumps dumps = new Dumps(store, disk.resolve("var/dumps"), false)) {
            dumps.start();
            for (int i = 0; i < 3000 && !dumped(dumps).equals(release); i++) {
                Thread.sleep(20);
            }
            assertThat(dumped(dumps)).as("seed " + seed + " " + dumps.problem()).isEqualTo(release);
            Dump dump = dumps.ready().orElseThrow();
            for (DumpFile file : dump.index().files()) {
                byte[] bytes = Files.readAllBytes(dump.path(file));
                String digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                assertThat(digest).as("seed " + seed + " " + file.name()).isEqualTo(file.sha256());
            }
        }
    }

    private static String dumped(Dumps dumps) {
        return dumps.ready().map(dump -> dump.index().release()).orElse("");
    }

    /** Flips, cuts or deletes a file: of the release, of the dumps, or the one that says which release is served. */
    private void damage() throws IOException {
        Path var = disk.resolve("var");
        Path place = var.resolve(pick("current", "releases", "releases", "releases", "dumps"));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(place)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 0)
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            return;
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        String way = pick("flip", "cut", "delete");
        System.out.println("Interleavings: " + way + " " + disk.relativize(file));
        count("  " + way + " in " + kind(var.relativize(file)));
        switch (way) {
            case "flip" -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
            }
            case "cut" -> Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            default -> Files.delete(file);
        }
    }

    /** The part of the folder that a file belongs to, without the name of a release. */
    private static String kind(Path file) {
        int names = file.getNameCount();
        return names < 3 ? file.toString() : file.getName(0) + "/" + file.getName(2);
    }

    private void empty() throws IOException {
        Files.deleteIfExists(disk.resolve("filler"));
    }

    private void breakContent() {
        content.write("data/entities/broken.ttl", "id:risk\\/unlabelled a wg:Risk .\n");
    }

    private void mend() {
        content.write("data/entities/broken.ttl", "");
    }

    /** A file system of its own, small enough to be filled. */
    private void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", disk.toString());
        if (!mounted) {
            System.out.println("Interleavings: no full disk, since this user cannot mount one");
        }
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", disk.toString());
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Leaves room for so many bytes. */
    private void fill(long left) throws IOException {
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            byte[] block = new byte[1 << 16];
            while (Files.getFileStore(disk).getUsableSpace() > left + block.length) {
                out.write(block);
            }
        } catch (IOException e) {
            // Somebody else took the last of it.
            assertThat(Files.getFileStore(disk).getUsableSpace()).isLessThan(1 << 20);
        }
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    private final class Child implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;
        private final PrintStream in;
        private final StringBuilder said = new StringBuilder();

        Child() throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FaultChild.class.getName(),
                            content.root().toString(),
                            disk.resolve("var").toString())
                    .redirectErrorStream(true)
                    .start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        void say(String line) {
            in.println(line);
        }

        /** The next line that is meant for us. */
        String line() throws IOException {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("> ") || line.equals("ended")) {
                    return line;
                }
            }
            throw new AssertionError("seed " + seed + ": the process ended after saying\n" + said);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() throws Exception {
            kill();
            out.close();
        }
    }
}
