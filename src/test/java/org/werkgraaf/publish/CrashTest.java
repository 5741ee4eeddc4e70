package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.store.GraphStore;

/** Kills a publishing process at random moments: what is left is the old release or the new one, whole. */
class CrashTest {
    private static final int KILLS = 5;
    private static final int KILLS_AT_NIGHT = 40;
    /** A publish takes about one second. */
    private static final int PUBLISHING_MILLIS_MAX = 2000;

    @Test
    void survivesBeingKilledAtAMomentOfAPublish(@TempDir Path folder) throws Exception {
        survives(KILLS, folder);
    }

    @Test
    @Tag("nightly")
    void survivesBeingKilledAtManyMoments(@TempDir Path folder) throws Exception {
        survives(KILLS_AT_NIGHT, folder);
    }

    private static void survives(int kills, Path folder) throws Exception {
        SmallContent first = new SmallContent(folder.resolve("first"));
        SmallContent second = new SmallContent(folder.resolve("second"));
        second.techniques("koper");
        long seed = System.nanoTime();
        System.out.println("Crash test seed " + seed);
        Random random = new Random(seed);
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < kills; i++) {
            killWhilePublishing(folder, random.nextInt(PUBLISHING_MILLIS_MAX));
            seen.add(assertWhole(folder, first));
        }
        System.out.println("Releases found after " + kills + " kills: " + seen);
    }

    private static void killWhilePublishing(Path folder, int afterMillis) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EndlessPublisher.class.getName(),
                folder.toString());
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            String line = out.readLine();
            while (line != null && !line.equals(EndlessPublisher.STARTED)) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as("the child published: " + said).isNotNull();
            Thread.sleep(afterMillis);
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Opens what the child left, as a restart does, and compares every graph with what the release says of it. */
    private static String assertWhole(Path folder, SmallContent content) {
        try (GraphStore store = GraphStore.onDisk(folder.resolve("var"))) {
            EntityIndex index = new EntityIndex(store, 100, 0);
            new Publisher(content.reader(), store, index, "none", Clock.systemUTC()).open();
            return WholeRelease.check(store).id();
        }
    }
}
