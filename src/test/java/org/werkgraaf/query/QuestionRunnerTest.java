package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;

class QuestionRunnerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final GraphStore store = GraphStore.inMemory();
    private SmallContent content;
    private Publisher publisher;

    @BeforeEach
    void publish() {
        content = new SmallContent(folder.resolve("content"));
        publisher = new Publisher(content.reader(), store, new EntityIndex(store, 100, 0), "none", CLOCK);
        assertThat(publisher.publish().refused()).isFalse();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsAnAnswerAsLongAsTheReleaseStands() {
        QuestionRunner runner = runner(5000, 1, 10_000);
        QuestionRequest request = request(labels(), 10);
        QuestionAnswer first = runner.answer(request);

        assertThat(runner.answer(request(request.question(), 10))).isSameAs(first);
        assertThat(runner.answer(request(request.question(), 5))).isNotSameAs(first);

        content.write("data/entities/more.ttl", """
                id:risk\\/boredom
                    a wg:Risk ;
                    skos:prefLabel "Verveling"@nl , "Boredom"@en , "Ennui"@fr ;
                    skos:altLabel "saai werk"@nl ;
                    skos:definition "Werk dat te weinig vraagt."@nl , "Work that asks too little."@en .
                """);
        assertThat(publisher.publish().refused()).isFalse();

        assertThat(runner.answer(request).release()).isNotEqualTo(first.release());
        assertThat(runner.answer(request).total()).isEqualTo(first.total() + 1);
    }

    @Test
    void keepsNoMoreThanItMay() {
        QuestionRunner runner = runner(5000, 1, 0);
        QuestionRequest request = request(labels(), 10);

        assertThat(runner.answer(request)).isNotSameAs(runner.answer(request));
    }

    @Test
    void refusesMoreThanMayRunAtATime() {
        assertThatThrownBy(() -> runner(5000, 0, 10_000).answer(request(labels(), 10)))
                .isInstanceOf(QuestionBusyException.class)
                .hasMessageContaining("werkgraaf.questions.at-once-max");
    }

    @Test
    void endsAQuestionThatTakesTooLong() {
        SavedQuestion slow = question("?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?risk");

        assertThatThrownBy(() -> runner(50, 1, 10_000).answer(request(slow, 10)))
                .isInstanceOf(QueryCancelledException.class);
    }

    private QuestionRunner runner(long timeoutMillis, int atOnceMax, int cacheCellsMax) {
        return new QuestionRunner(
                store,
                new QuestionLimits(timeoutMillis, 100, atOnceMax, cacheCellsMax),
                new QueryRunner(new Limits().make()),
                new EmbeddedEngine(RemoteEndpoints.NONE));
    }

    private static QuestionRequest request(SavedQuestion question, int size) {
        return new QuestionRequest(question, Map.of(), "nl", 1, size);
    }

    private static SavedQuestion labels() {
        return question("?risk a wg:Risk");
    }

    private static SavedQuestion question(String pattern) {
        String text = """
                #+ summary: Which?
                #+ summary-nl: Welke?
                #+ summary-fr: Quels ?
                #+ description: All.
                #+ description-nl: Alle.
                #+ description-fr: Tous.
                #+ tags: [risks]

                PREFIX wg: <https://w3id.org/werkgraaf/ontology#>

                SELECT ?risk
                WHERE { PATTERN }
                ORDER BY ?risk
                """.replace("PATTERN", pattern);
        return new SavedQuestionReader(Set.of())
                .read(Map.of("queries/which.rq", text))
                .get(0);
    }
}
