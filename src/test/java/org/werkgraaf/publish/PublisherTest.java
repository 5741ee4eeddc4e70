package org.werkgraaf.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.index.Change;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.IndexCheck;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.publish.Publication.Outcome;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.ReleaseFolder;
import org.werkgraaf.validate.Severity;

class PublisherTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private SmallContent content;
    private GraphStore store;
    private EntityIndex index;
    private Publisher publisher;

    @BeforeEach
    void open() {
        content = new SmallContent(folder.resolve("content"));
        store = GraphStore.inMemory();
        index = new EntityIndex(store, 100, 0);
        publisher = new Publisher(
                content.reader(), store, index, folder.resolve("prepared").toString(), CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void publishesContentAsOneRelease() {
        Publication publication = publisher.publish();
        assertThat(publication.reasons()).isEmpty();
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        Release release = store.release().orElseThrow();
        assertThat(release.id()).matches("2026-11-22-[0-9a-f]{8}");
        assertThat(release.digest()).hasSize(64).startsWith(release.id().substring(11));
        assertThat(search("zilver").total()).isEqualTo(12);
        assertThat(search("zilver").release()).isEqualTo(release.id());
        assertAgrees();
        QualityReport report = new QualityReports(store).of(release.id()).orElseThrow();
        assertThat(report.entities()).containsEntry("Technique", 12L).containsEntry("Passage", 2L);
        assertThat(report.statements()).isEqualTo(25);
        assertThat(report.statementsFromOneSource()).isEqualTo(23);
        assertThat(report.statementsByVerification()).containsEntry("secondary", 25L);
        assertThat(report.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void leavesTheReleaseAloneWhenNothingChanged() {
        publisher.publish();
        Publication again = publisher.publish();
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.written()).isEmpty();
    }

    @Test
    void finishesAHalfWrittenChangeBeforeItReads() throws Exception {
        publisher.publish();
        Path others = folder.resolve("content/data/entities/others.ttl");
        byte[] before = Files.readAllBytes(others);
        byte[] after = (new String(before, UTF_8) + "\n# Changed.\n").getBytes(UTF_8);
        Path journal = folder.resolve("content/data/changes/journal");
        Files.createDirectories(journal.getParent());
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(journal))) {
            out.writeInt(1);
            out.writeUTF("data/entities/others.ttl");
            out.writeUTF(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(before)));
            out.writeInt(after.length);
            out.write(after);
        }
        assertThat(publisher.publish().outcome()).isEqualTo(Outcome.RENEWED);
        assertThat(others).hasBinaryContent(after);
        assertThat(journal).doesNotExist();
    }

    @Test
    void treatsANewCommentInAFileAsTheSameContent() {
        publisher.publish();
        String id = store.release().orElseThrow().id();
        content.write("data/entities/comment.ttl", "# Nothing but a comment.\n");
        assertThat(publisher.publish().outcome()).isEqualTo(Outcome.RENEWED);
        assertThat(publisher.publish().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(store.release().orElseThrow().id()).isEqualTo(id);
        assertThat(search("zilver").total()).isEqualTo(12);
    }

    @Test
    void rewritesOnlyTheGraphOfTheFileThatChanged() {
        publisher.publish();
        content.techniques("koper");
        Publication publication = publisher.publish();
        assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(publication.written()).containsExactly("https://w3id.org/werkgraaf/graph/entities");
        assertThat(search("koper").total()).isEqualTo(12);
        assertThat(search("zilver").total()).isZero();
        assertAgrees();
    }

    @Test
    void keepsWhatEarlierReleasesCounted() {
        publisher.publish();
        String first = store.release().orElseThrow().id();
        content.techniques("koper");
        publisher.publish();
        String second = store.release().orElseThrow().id();
        content.techniques("goud");
        publisher.publish();
        QualityReport report =
                new QualityReports(store).of(store.release().orElseThrow().id()).orElseThrow();
        assertThat(report.history())
                .extracting(QualityReport.Counts::release)
                .startsWith(second, first)
                .hasSize(2 + EarlierReleases.listed().size());
        assertThat(EarlierReleases.listed())
                .hasSizeGreaterThan(5)
                .allSatisfy(each -> assertThat(each.byVerification().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(each.statements()));
        assertThat(report.history().get(0).byVerification()).isEqualTo(report.statementsByVerification());
        assertThat(report.verificationByClass()).containsKey("Technique");
    }

    @Test
    void makesTheReportAgainWithWhatEarlierReleasesCounted() throws IOException {
        publisher.publish();
        content.techniques("koper");
        publisher.publish();
        String id = store.release().orElseThrow().id();
        QualityReport written = new QualityReports(store).of(id).orElseThrow();
        Path served = store.served().orElseThrow().folder().orElseThrow();
        Files.writeString(served.resolve(ReleaseFolder.REPORT), "{\"release\": \"");

        assertThat(publisher.publish().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(ReleaseFolder.problem(served, ReleaseFolder.REPORT)).isEmpty();
        assertThat(new QualityReports(store).of(id)).contains(written);

        Files.writeString(served.resolve(ReleaseFolder.HISTORY), "[]");
        assertThat(new QualityReports(store).of(id))
                .contains(written.withHistory(EarlierReleases.after(id, List.of())));
    }

    @Test
    void datesEachThingByTheReleaseInWhichItLastChanged() {
        publisher.publish();
        Change before = index.change("technique/technique-1").orElseThrow();
        Change other = index.change("risk/work-stress").orElseThrow();
        content.techniques("koper");
        Clock later = Clock.offset(CLOCK, java.time.Duration.ofDays(1));
        new Publisher(content.reader(), store, index, folder.resolve("prepared").toString(), later).publish();
        Change after = index.change("technique/technique-1").orElseThrow();
        assertThat(after.since()).isEqualTo(before.since().plus(java.time.Duration.ofDays(1)));
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(index.change("risk/work-stress")).contains(other);
        assertThat(index.change("risk/no-such")).isEmpty();
    }

    @Test
    void refusesABrokenFileAndKeepsTheLastGoodRelease() {
        publisher.publish();
        String good = store.release().orElseThrow().id();
        content.write("data/entities/techniques.ttl", "id:technique\\/x a nope:Technique .\n");
        Publication publication = publisher.publish();
        assertThat(publication.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(publication.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).startsWith("data/entities/techniques.ttl:"));
        assertThat(store.release().orElseThrow().id()).isEqualTo(good);
        assertThat(search("zilver").total()).isEqualTo(12);
        assertThat(publisher.last()).contains(publication);
    }

    @Test
    void refusesAFailedShapeWithEntityRuleAndRemedy() {
        publisher.publish();
        content.write(
                "data/entities/unlabelled.ttl",
                "id:risk\\/unlabelled a wg:Risk ; skos:definition \"Zonder naam.\"@nl , \"Without a name.\"@en .\n");
        Publication publication = publisher.publish();
        assertThat(publication.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(publication.reasons())
                .anySatisfy(reason -> assertThat(reason)
                        .contains("risk/unlabelled")
                        .containsIgnoringCase("label")
                        .startsWith("ERROR "));
        assertThat(search("zilver").total()).isEqualTo(12);
    }

    @Test
    void refusesABadRuleFile() {
        content.writeRaw("ontology/rules/no-header.rq", "SELECT ?entity ?property ?value WHERE { }");
        Publication publication = publisher.publish();
        assertThat(publication.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(publication.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("no-header"));
        assertThat(store.release()).isEmpty();
    }

    @Test
    void recoversWhenTheFaultIsMended() {
        content.write("data/entities/broken.ttl", "nonsense");
        assertThat(publisher.start().refused()).isTrue();
        content.write("data/entities/broken.ttl", "");
        assertThat(publisher.publish().outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void takesOverWhatTheBuildPrepared() throws IOException {
        Path prepared = folder.resolve("prepared");
        assertThat(publisher.prepare(prepared).outcome()).isEqualTo(Outcome.PUBLISHED);
        Release built = store.release().orElseThrow();
        Clock later = Clock.offset(CLOCK, java.time.Duration.ofDays(40));
        try (GraphStore other = GraphStore.inMemory()) {
            EntityIndex copy = new EntityIndex(other, 100, 0);
            Publication publication = new Publisher(content.reader(), other, copy, prepared.toString(), later).start();
            assertThat(publication.outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(publication.report()).isNull();
            assertThat(other.release()).contains(built);
            assertThat(copy.search(request("zilver")).total()).isEqualTo(12);
            assertThat(new QualityReports(other).of(built.id())).isPresent();
            content.techniques("koper");
            Publication changed = new Publisher(content.reader(), other, copy, prepared.toString(), later).publish();
            assertThat(changed.report()).isNotNull();
            assertThat(copy.search(request("koper")).total()).isEqualTo(12);
        }
    }

    @Test
    void checksWithoutPublishing() {
        assertThat(publisher.check().outcome()).isEqualTo(Outcome.CHECKED);
        assertThat(store.release()).isEmpty();
    }

    private void assertAgrees() {
        IndexCheck check = store.read(snapshot -> IndexCheck.of(
                snapshot.union(), snapshot.release().map(Release::id).orElse(""), index.census()));
        assertThat(check.agrees()).as(check.toString()).isTrue();
    }

    private SearchResult search(String words) {
        return index.search(request(words));
    }

    private static SearchRequest request(String words) {
        return new SearchRequest(words, "nl", Map.of(), null, null, null, SearchRequest.Sorting.RELEVANCE, 100, null);
    }

    @Test
    void refusesAQuestionWithAWrongHeaderAndKeepsTheOnesOffered() throws IOException {
        SavedQuestions questions = new SavedQuestions(store);
        Publisher asking = new Publisher(content.reader(), store, index, "none", CLOCK);
        Files.writeString(content.root().resolve("queries/good.rq"), question("risks"));
        assertThat(asking.publish().refused()).isFalse();
        assertThat(questions.all()).hasSize(1);

        Files.writeString(content.root().resolve("queries/bad.rq"), question("fashion"));
        Publication refused = asking.publish();

        assertThat(refused.refused()).isTrue();
        assertThat(refused.reasons()).anyMatch(reason -> reason.startsWith("queries/bad.rq:1: "));
        assertThat(asking.check().refused()).isTrue();
        assertThat(questions.find("good")).isPresent();
        assertThat(questions.find("bad")).isEmpty();
    }

    private static String question(String topic) {
        return """
                #+ summary: Which?
                #+ summary-nl: Welke?
                #+ summary-fr: Quels ?
                #+ description: All.
                #+ description-nl: Alle.
                #+ description-fr: Tous.
                #+ tags: [%s]

                PREFIX wg: <https://w3id.org/werkgraaf/ontology#>

                SELECT ?risk
                WHERE {
                  ?risk a wg:Risk .
                }
                ORDER BY ?risk
                """.formatted(topic);
    }
}
