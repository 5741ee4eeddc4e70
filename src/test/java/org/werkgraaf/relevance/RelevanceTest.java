package org.werkgraaf.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.Tsv;

/**
 * Asks each judged question and holds the answers against the floor in {@code queries/relevance/floor.tsv}.
 *
 * <p>{@code -Dwerkgraaf.relevance.write=true} records the present figures as the floor; {@code -Dwerkgraaf.relevance.folder}
 * reads other questions, and then only reports.
 */
@PackagedServiceTest
class RelevanceTest {
    private static final Path OURS = Path.of("queries/relevance");
    private static final Path FOLDER = Path.of(System.getProperty("werkgraaf.relevance.folder", OURS.toString()));
    private static final Path FLOOR = OURS.resolve("floor").resolve("floor.tsv");
    private static final String HEADER = "kind\tquestions\tsuccess@1\tsuccess@3\tMRR\tnDCG@10";

    @LocalServerPort
    private int port;

    @Test
    void findsWhatTheAskersWanted() throws IOException {
        Service service = new Service(port);
        List<Judgement> judgements = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        // Many questions are about the same things.
        Map<String, Boolean> known = new HashMap<>();
        for (JudgedQuestion question : JudgedQuestion.read(FOLDER)) {
            judgements.add(new Judgement(question, ask(service, question)));
            question.grades().keySet().stream()
                    .filter(id -> !known.computeIfAbsent(id, each -> isThere(service, each)))
                    .forEach(id -> unknown.add(question.kind() + ".tsv:" + question.line() + " " + id));
        }
        assertThat(unknown).as("judged things that do not exist").isEmpty();
        Map<String, Figures> figures = figures(judgements);
        RelevanceReport.write(Path.of("target/relevance.html"), figures, judgements);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        figures.forEach((kind, each) -> lines.add(kind + "\t" + each.line()));
        lines.forEach(System.out::println);
        if (!FOLDER.equals(OURS)) {
            return;
        }
        if (Boolean.getBoolean("werkgraaf.relevance.write")) {
            Files.createDirectories(FLOOR.getParent());
            Files.write(FLOOR, lines);
        }
        assertThat(judgements).hasSizeGreaterThanOrEqualTo(150);
        holdAgainst(Files.readAllLines(FLOOR), figures);
    }

    private static void holdAgainst(List<String> floor, Map<String, Figures> figures) {
        for (String line : floor.subList(1, floor.size())) {
            List<String> columns = Tsv.rows(line).get(0).toList();
            String kind = columns.get(0);
            assertThat(figures).containsKey(kind);
            Figures now = figures.get(kind);
            // A question changes a kind's figure by some hundredths; less is rounding.
            assertThat(now.first()).as(kind + " success@1").isGreaterThan(Double.parseDouble(columns.get(2)) - 0.005);
            assertThat(now.three()).as(kind + " success@3").isGreaterThan(Double.parseDouble(columns.get(3)) - 0.005);
            assertThat(now.mrr()).as(kind + " MRR").isGreaterThan(Double.parseDouble(columns.get(4)) - 0.005);
            assertThat(now.ndcg()).as(kind + " nDCG@10").isGreaterThan(Double.parseDouble(columns.get(5)) - 0.005);
        }
    }

    private static Map<String, Figures> figures(List<Judgement> judgements) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        judgements.stream()
                .collect(Collectors.groupingBy(each -> each.question().kind(), LinkedHashMap::new, Collectors.toList()))
                .forEach((kind, each) -> figures.put(kind, Figures.of(each)));
        figures.put("all", Figures.of(judgements));
        return figures;
    }

    private static boolean isThere(Service service, String id) {
        return service.head("/id/" + id + ".json").statusCode() == 200;
    }

    private static List<String> ask(Service service, JudgedQuestion question) {
        String words = URLEncoder.encode(question.words(), StandardCharsets.UTF_8);
        return StreamSupport.stream(
                        service.json("/api/v1/search?size=10&lang=" + question.lang() + "&q=" + words)
                                .get("hits")
                                .spliterator(),
                        false)
                .map(hit -> hit.get("id").asString())
                .toList();
    }
}
