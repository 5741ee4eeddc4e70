package org.werkgraaf.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Sha256;
import org.werkgraaf.stream.StreamMember.Kind;

/** What releases keep of the changes that led to them: enough for a copy to stay the same. */
class StreamStepsTest {
    private static final StreamLimits FEW = new StreamLimits(3, 400, 1_000_000);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");

    /** A service from its start to its end. */
    private final class Run implements AutoCloseable {
        private final SmallContent content;
        private final GraphStore store = GraphStore.onDisk(folder.resolve("var"));
        private final Publisher publisher;

        Run(SmallContent content, StreamLimits limits) {
            this.content = content;
            publisher = new Publisher(
                    content.reader(),
                    store,
                    new EntityIndex(store, 100, 0),
                    folder.resolve("prepared").toString(),
                    new Ticking(),
                    limits);
            publisher.start();
        }

        Release publish(String word) {
            content.techniques(word);
            publisher.publish();
            return store.release().orElseThrow();
        }

        List<StreamStep> steps() {
            return store.part(ChangeStream.class).orElseThrow().steps();
        }

        String patch(StreamStep step) throws IOException {
            try (Lease lease = store.lease();
                    InputStream in = new GZIPInputStream(Files.newInputStream(lease.release()
                            .part(ChangeStream.class)
                            .orElseThrow()
                            .patch(step)))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        List<StreamMember> members(StreamStep step, String segment) {
            try (Lease lease = store.lease()) {
                return lease.release().part(ChangeStream.class).orElseThrow().members(step, segment, 0, 1000);
            }
        }

        List<StreamMember> base() {
            try (Lease lease = store.lease()) {
                return lease.release()
                        .read(snapshot -> lease.release()
                                .part(ChangeStream.class)
                                .orElseThrow()
                                .base(snapshot.union(), "", 0, 1000));
            }
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private final class Ticking extends Clock {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(60);
            return now;
        }
    }

    private static Copy copy(Run run) {
        return run.store.read(
                snapshot -> Copy.of(snapshot.dataset(), snapshot.release().orElseThrow()));
    }

    @Test
    void aCopyThatTakesEachPatchIsTheSameAsEachRelease() throws IOException {
        SmallContent content = new SmallContent(folder.resolve("content"));
        long seed = System.nanoTime();
        System.out.println("Stream seed " + seed);
        Random random = new Random(seed);
        Copy copy;
        String at;
        try (Run run = new Run(content, StreamLimits.DEFAULT)) {
            copy = copy(run);
            at = run.store.release().orElseThrow().id();
        }
        for (int round = 0; round < 3; round++) {
            // Each round is a start on what the one before left.
            try (Run run = new Run(content, StreamLimits.DEFAULT)) {
                for (int i = 0; i < 4; i++) {
                    // Few words, so that a release comes again that was there before.
                    run.publish("woord" + random.nextInt(3));
                }
                for (StreamStep step : run.store
                        .part(ChangeStream.class)
                        .orElseThrow()
                        .after(at, "")
                        .orElseThrow()) {
                    String patch = run.patch(step);
                    assertThat(Sha256.of(patch)).isEqualTo(step.patchSha256());
                    assertThat(copy.digest()).isEqualTo(step.beforeDigest());
                    copy.take(patch);
                    assertThat(copy.digest()).isEqualTo(step.digest());
                    at = step.name();
                }
                assertThat(copy.lines()).isEqualTo(copy(run).lines());
            }
        }
    }

    @Test
    void eachThingHasItsLastVersionInTheStepsOrBeforeThem() {
        SmallContent content = new SmallContent(folder.resolve("content"));
        try (Run run = new Run(content, FEW)) {
            assertThat(run.steps()).isEmpty();
            Set<String> all = run.base().stream().map(StreamMember::id).collect(Collectors.toSet());
            assertThat(all).contains("technique/technique-1", "source/small-source", "risk/work-stress");
            for (int i = 0; i < 5; i++) {
                run.publish("woord" + i);
                content.write("data/entities/extra.ttl", i % 2 == 0 ? extra(i) : "");
            }
            run.publish("laatste");
            assertThat(run.steps()).hasSize(3);
            Map<String, StreamMember> seen = new java.util.TreeMap<>();
            run.base()
                    .forEach(member -> assertThat(seen.put(member.id(), member)).isNull());
            for (StreamStep step : run.steps()) {
                List<StreamMember> members = run.members(step, "");
                assertThat(members).hasSize(step.things(""));
                members.forEach(member -> seen.put(member.id(), member));
            }
            seen.values().removeIf(member -> member.kind() == Kind.REMOVED);
            Set<String> expected = new HashSet<>(all);
            expected.add("risk/extra");
            assertThat(seen.keySet()).isEqualTo(expected);
            run.store.read(snapshot -> {
                seen.values()
                        .forEach(member -> assertThat(member.statements())
                                .as(member.id())
                                .isEqualTo(StreamWriter.statements(
                                        org.werkgraaf.vocabulary.ThingId.parse(member.id())
                                                .orElseThrow()
                                                .node(),
                                        snapshot.union())));
                return true;
            });
            assertThat(run.members(run.steps().get(2), "risk"))
                    .extracting(StreamMember::id, StreamMember::kind)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("risk/extra", Kind.CREATED));
            assertThat(run.members(run.steps().get(1), "risk"))
                    .extracting(StreamMember::kind)
                    .containsExactly(Kind.REMOVED);
        }
    }

    private static String extra(int number) {
        return """
                id:risk\\/extra
                    a wg:Risk ;
                    skos:prefLabel "Extra %1$d"@nl , "Extra %1$d"@en , "Extra %1$d"@fr ;
                    skos:altLabel "nog iets %1$d"@nl ;
                    skos:definition "Nog iets %1$d."@nl , "Something else %1$d."@en .
                """.formatted(number);
    }

    @Test
    void whatIsTooLargeOrTooOldIsNotTold() {
        SmallContent content = new SmallContent(folder.resolve("content"));
        String first;
        try (Run run = new Run(content, FEW)) {
            first = run.store.release().orElseThrow().id();
            run.publish("een");
            assertThat(run.steps()).hasSize(1);
            now = now.plusSeconds(401L * 86_400);
            Release last = run.publish("twee");
            assertThat(run.steps()).extracting(StreamStep::release).containsExactly(last.id());
            ChangeStream stream = run.store.part(ChangeStream.class).orElseThrow();
            assertThat(stream.after(first, last.id())).isEmpty();
            assertThat(stream.after("nonsense", last.id())).isEmpty();
            assertThat(stream.after(last.id(), last.id()))
                    .hasValueSatisfying(steps -> assertThat(steps).isEmpty());
        }
        try (Run run = new Run(content, new StreamLimits(3, 400, 1000))) {
            assertThat(run.steps()).hasSize(1);
            run.publish("drie");
            assertThat(run.steps()).isEmpty();
            assertThat(run.base()).extracting(StreamMember::id).contains("technique/technique-1");
        }
    }

    @Test
    void whatIsDamagedIsNotCarriedOn() throws IOException {
        SmallContent content = new SmallContent(folder.resolve("content"));
        try (Run run = new Run(content, FEW)) {
            run.publish("een");
            Path file;
            try (Lease lease = run.store.lease()) {
                file = lease.release()
                        .folder()
                        .orElseThrow()
                        .resolve(StreamFiles.members(run.steps().get(0)));
            }
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> run.members(run.steps().get(0), ""))
                    .isInstanceOf(org.werkgraaf.store.StoreException.class);
            Release last = run.publish("twee");
            assertThat(run.steps()).isEmpty();
            assertThat(run.store.release().orElseThrow()).isEqualTo(last);
            run.publish("drie");
            assertThat(new ArrayList<>(run.steps())).hasSize(1);
        }
    }
}
