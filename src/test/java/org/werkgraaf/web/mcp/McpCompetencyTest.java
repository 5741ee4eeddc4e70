package org.werkgraaf.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.vocabulary.ThingId;
import tools.jackson.databind.JsonNode;

/** A client that has nothing but the tools answers the competency questions as {@code queries/competency} expects. */
@PackagedServiceTest
class McpCompetencyTest {
    private static final Path QUESTIONS = Path.of("queries/competency");
    private static final int ROWS = 200;

    @LocalServerPort
    private int port;

    @Test
    void answersTheCompetencyQuestionsThroughToolsAlone() throws IOException {
        List<Path> questions;
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            questions = files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .toList();
        }
        List<String> wrong = new ArrayList<>();
        try (McpSyncClient client = McpClients.http(port)) {
            for (Path question : questions) {
                JsonNode answer = McpClients.ask(client, "sparql", "query", Files.readString(question), "size", ROWS);
                List<List<String>> expected = expected(question);
                if (!answer.get("complete").asBoolean() || !same(expected, rows(answer))) {
                    wrong.add(question + ": expected " + expected + ", told " + rows(answer));
                }
            }
        }
        assertThat(questions).hasSizeGreaterThanOrEqualTo(60);
        assertThat(wrong).isEmpty();
    }

    private static boolean same(List<List<String>> expected, List<List<String>> told) {
        if (expected.size() != told.size()) {
            return false;
        }
        for (int row = 0; row < told.size(); row++) {
            for (int cell = 0; cell < told.get(row).size(); cell++) {
                String text = told.get(row).get(cell);
                String whole = expected.get(row).get(cell);
                boolean cut = text.endsWith("…") && whole.startsWith(text.substring(0, text.length() - 1));
                if (!text.equals(whole) && !cut) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<List<String>> expected(Path question) throws IOException {
        Path file = Path.of(question.toString().replaceFirst("\\.rq$", ".csv"));
        List<List<String>> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser csv = CSVFormat.RFC4180.parse(reader)) {
            csv.stream()
                    .skip(1)
                    .forEach(row ->
                            rows.add(row.stream().map(McpCompetencyTest::plain).toList()));
        }
        return rows;
    }

    private static List<List<String>> rows(JsonNode answer) {
        List<List<String>> rows = new ArrayList<>();
        answer.get("rows").forEach(row -> {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(plain(cell.asString(""))));
            rows.add(cells);
        });
        return rows;
    }

    /** Things by their id, terms by their short name, numbers without what adds nothing to them. */
    private static String plain(String cell) {
        if (cell.startsWith(ThingId.THINGS)) {
            return cell.substring(ThingId.THINGS.length());
        }
        return cell.matches("-?\\d+\\.\\d+")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : Prefixes.mapping().shortForm(cell);
    }
}
