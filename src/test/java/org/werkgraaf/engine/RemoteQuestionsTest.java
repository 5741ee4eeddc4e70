package org.werkgraaf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.query.EmbeddedEngine;
import org.werkgraaf.query.QueryRunner;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.query.RemoteEndpoints;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.store.GraphStore;

/** The packaged content in a Fuseki of another process: it answers as the store that is built in does. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.storage=memory", "werkgraaf.questions.timeout-millis=15000"})
@DirtiesContext
class RemoteQuestionsTest {
    private static final Path COMPETENCY = Path.of("queries/competency");

    @TempDir
    private static Path folder;

    private static RemoteFuseki fuseki;

    private final List<String> slow = new ArrayList<>();
    private final List<String> slowThere = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private GraphStore store;

    @Autowired
    private EngineKeeper keeper;

    @Autowired
    private SavedQuestions questions;

    @Autowired
    private QuestionRunner runner;

    @Autowired
    private QuestionLimits limits;

    @Autowired
    private QueryRunner queries;

    @DynamicPropertySource
    static void engine(DynamicPropertyRegistry registry) throws IOException, InterruptedException {
        fuseki = RemoteFuseki.start(folder.resolve("fuseki"), true);
        fuseki.serve(registry);
    }

    @AfterAll
    static void end() {
        fuseki.close();
    }

    @BeforeEach
    void held() throws InterruptedException {
        Held.await(keeper, store.release().orElseThrow().id());
    }

    @Test
    void answersEachCompetencyQuestion() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(COMPETENCY)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".rq"))
                    .sorted()
                    .toList()) {
                String query = Files.readString(file);
                HttpResponse<String> answer = new Service(port)
                        .post(
                                "/sparql",
                                "application/x-www-form-urlencoded",
                                "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                                "Accept",
                                "text/csv");
                List<String> expected =
                        Files.readAllLines(Path.of(file.toString().replaceAll("\\.rq$", ".csv")));
                if (answer.statusCode() != 200
                        || !sorted(answer.body().lines().toList()).equals(sorted(expected))) {
                    wrong.add(file.getFileName() + " " + answer.statusCode() + " "
                            + answer.body().lines().limit(3).toList());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().filter(line -> !line.isEmpty()).sorted().toList();
    }

    /** Each of them twice, here and there, takes minutes. */
    @Test
    @Tag("nightly")
    void answersEachSavedQuestionAsTheStoreThatIsBuiltIn() {
        QuestionRunner here = new QuestionRunner(store, limits, queries, new EmbeddedEngine(RemoteEndpoints.NONE));
        List<String> wrong = new ArrayList<>();
        for (SavedQuestion question : questions.all()) {
            for (QuestionRequest request : List.of(
                    new QuestionRequest(question, Map.of(), "nl", 1, 50),
                    new QuestionRequest(question, firstChoices(question, here), "fr", 1, 50))) {
                difference(request, here).ifPresent(wrong::add);
            }
        }
        System.out.println("Saved questions for which the time is too short here: " + slow + ", there: " + slowThere);
        assertThat(slow).hasSizeLessThan(6);
        assertThat(slowThere).hasSizeLessThan(4);
        assertThat(questions.all()).hasSizeGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    private Optional<String> difference(QuestionRequest request, QuestionRunner here) {
        String name = request.question().name() + " " + request.values();
        QuestionAnswer known;
        try {
            known = here.answer(request);
        } catch (QueryCancelledException e) {
            slow.add(name);
            return Optional.empty();
        }
        try {
            QuestionAnswer there = runner.answer(request);
            boolean same = there.total() == known.total()
                    && rows(there).equals(rows(known))
                    && there.labels().equals(known.labels());
            return same ? Optional.empty() : Optional.of(name + ": " + there.total() + " and " + known.total());
        } catch (QueryCancelledException e) {
            slowThere.add(name);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(name + ": " + e);
        }
    }

    private static List<String> rows(QuestionAnswer answer) {
        return answer.rows().stream()
                .map(row -> answer.variables().stream()
                        .map(name -> String.valueOf(row.get(name)))
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }

    private static Map<String, org.apache.jena.graph.Node> firstChoices(SavedQuestion question, QuestionRunner here) {
        Map<String, org.apache.jena.graph.Node> values = new java.util.HashMap<>();
        for (QuestionParameter parameter : question.parameters()) {
            Optional.of(here.choices(parameter, "fr"))
                    .filter(choices -> !choices.isEmpty())
                    .ifPresent(choices ->
                            values.put(parameter.name(), choices.get(0).value()));
        }
        return values;
    }
}
