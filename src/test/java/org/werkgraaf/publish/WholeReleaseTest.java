package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.publish.Publication.Outcome;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.StoreException;

/** Content becomes a release as a whole or not at all, whatever was refused or failed before. */
class WholeReleaseTest {
    @TempDir
    private Path folder;

    private SmallContent content;

    @BeforeEach
    void content() {
        content = new SmallContent(folder.resolve("content"));
    }

    @Test
    void writesNothingOfContentThatIsRefused() throws IOException {
        refuse();
        try (GraphStore store = open()) {
            assertThat(publisher(store).start().refused()).isTrue();
            assertThat(store.release()).isEmpty();
            assertThat(names("releases")).isEmpty();
            assertThat(names("")).containsExactly("lock", "releases");
        }
    }

    @Test
    void servesWhatWasPublishedAfterRefusalsAndARestart() {
        refuse();
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            assertThat(publisher.start().refused()).isTrue();
            assertThat(publisher.publish().refused()).isTrue();
            mend();
            assertThat(publisher.publish().outcome()).isEqualTo(Outcome.PUBLISHED);
            refuse();
            assertThat(publisher.publish().refused()).isTrue();
            mend();
            content.techniques("koper");
            assertThat(publisher.publish().outcome()).isEqualTo(Outcome.PUBLISHED);
            WholeRelease.check(store);
        }
        try (GraphStore store = open()) {
            assertThat(publisher(store).start().outcome()).isEqualTo(Outcome.UNCHANGED);
            WholeRelease.check(store);
            assertThat(total(store, "koper")).isEqualTo(12);
        }
    }

    @Test
    void servesTheOldReleaseWholeWhenTheSwitchFailsAndTheNewOneAfterARetry() throws IOException {
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            String old = store.release().orElseThrow().id();
            Path current = folder.resolve("var/current");
            Files.delete(current);
            Files.createDirectories(current.resolve("in the way"));
            content.techniques("koper");
            Files.writeString(content.root().resolve("queries/asked.rq"), question());

            assertThatThrownBy(publisher::publish).isInstanceOf(StoreException.class);
            assertThat(store.release().orElseThrow().id()).isEqualTo(old);
            assertThat(total(store, "zilver")).isEqualTo(12);
            assertThat(new SavedQuestions(store).all()).isEmpty();
            WholeRelease.check(store);
            assertThat(names("releases")).containsExactly(old);

            DurableFiles.delete(current);
            assertThat(publisher.publish().outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(total(store, "koper")).isEqualTo(12);
            assertThat(new SavedQuestions(store).all()).hasSize(1);
            WholeRelease.check(store);
            // The name of the folder that failed is not given again: a late close of it would take the new one away.
            assertThat(names("releases"))
                    .containsExactly(store.release().orElseThrow().id() + "-2");
        }
    }

    @Test
    void keepsTheQuestionsAndShapesOfTheReleaseWhenNewerContentIsRefusedAtAStart() throws IOException {
        Files.writeString(content.root().resolve("queries/asked.rq"), question());
        try (GraphStore store = open()) {
            publisher(store).start();
        }
        refuse();
        Files.delete(content.root().resolve("queries/asked.rq"));
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            assertThat(publisher.start().refused()).isTrue();
            assertThat(new SavedQuestions(store).all()).hasSize(1);
            assertThat(publisher.shapes().graph().isEmpty()).isFalse();
            WholeRelease.check(store);
        }
    }

    @Test
    void keepsTheIdOfAReleaseThatSaysTheSameOnAnotherDay() throws IOException {
        try (GraphStore store = open()) {
            publisher(store).start();
            String id = store.release().orElseThrow().id();
            Files.writeString(content.root().resolve("queries/asked.rq"), question());
            Clock later = Clock.offset(Clock.systemUTC(), java.time.Duration.ofDays(3));
            Publication again = new Publisher(content.reader(), store, index(store), "none", later).publish();
            assertThat(again.outcome()).isEqualTo(Outcome.RENEWED);
            assertThat(store.release().orElseThrow().id()).isEqualTo(id);
            assertThat(new SavedQuestions(store).all()).hasSize(1);
            WholeRelease.check(store);
        }
    }

    @Test
    void carriesTheDatesOfChangesOverFromAnEarlierLayout() throws IOException {
        String since;
        try (GraphStore store = open()) {
            publisher(store).start();
            Files.createDirectories(folder.resolve("earlier/index"));
            Files.createDirectories(folder.resolve("earlier/store"));
            Path changes = folder.resolve("var/releases")
                    .resolve(store.release().orElseThrow().id())
                    .resolve("changes.tsv");
            since = "2026-01-02T03:04:05Z";
            Files.writeString(
                    folder.resolve("earlier/index/changes.tsv"),
                    Files.readString(changes).replaceAll("(?m)\\t[^\\t]+$", "\t" + since));
        }
        try (GraphStore store = GraphStore.onDisk(folder.resolve("earlier"))) {
            assertThat(publisher(store).start().outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(index(store).change("risk/work-stress").orElseThrow().since())
                    .hasToString(since);
        }
    }

    private void refuse() {
        content.write(
                "data/entities/unlabelled.ttl",
                "id:risk\\/unlabelled a wg:Risk ; skos:definition \"Zonder naam.\"@nl , \"Without a name.\"@en .\n");
    }

    private void mend() {
        content.write("data/entities/unlabelled.ttl", "");
    }

    private GraphStore open() {
        return GraphStore.onDisk(folder.resolve("var"));
    }

    private static EntityIndex index(GraphStore store) {
        return new EntityIndex(store, 100, 0);
    }

    private Publisher publisher(GraphStore store) {
        return new Publisher(content.reader(), store, index(store), "none", Clock.systemUTC());
    }

    private static long total(GraphStore store, String words) {
        return index(store)
                .search(new SearchRequest(
                        words, "nl", Map.of(), null, null, null, SearchRequest.Sorting.RELEVANCE, 1, null))
                .total();
    }

    private List<String> names(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("var").resolve(below))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static String question() {
        return """
                #+ summary: Which?
                #+ summary-nl: Welke?
                #+ summary-fr: Quels ?
                #+ description: All.
                #+ description-nl: Alle.
                #+ description-fr: Tous.
                #+ tags: [risks]

                PREFIX wg: <https://w3id.org/werkgraaf/ontology#>

                SELECT ?risk
                WHERE {
                  ?risk a wg:Risk .
                }
                ORDER BY ?risk
                """;
    }
}
