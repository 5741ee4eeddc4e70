package org.werkgraaf.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.ThingId;
import tools.jackson.databind.JsonNode;

/** The tool for saved questions gives the rows that the pages give, all of them, and so answers what curators expect. */
@PackagedServiceTest
class McpSavedQuestionsTest {
    private static final Path EXPECTED = Path.of("src/test/resources/assistants/competency.tsv");
    private static final int ROWS = 200;

    @LocalServerPort
    private int port;

    @Autowired
    private SavedQuestions questions;

    @Test
    void everySavedQuestionHasTheRowsOfItsTable() throws IOException {
        List<String> wrong = new ArrayList<>();
        Service service = new Service(port);
        try (McpSyncClient client = McpClients.http(port)) {
            for (SavedQuestion question : questions.all()) {
                Map<String, String> sample = sample(question);
                List<JsonNode> rows = rows(client, question.name(), sample);
                StringBuilder address =
                        new StringBuilder("/api/v1/questions/" + question.name() + ".csv?lang=en&rows=each&size=1000");
                sample.forEach((name, value) -> address.append('&')
                        .append(name)
                        .append('=')
                        .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
                int expected = records(service.get(address.toString()).body()).size();
                if (rows.size() != expected) {
                    wrong.add(question.name() + " has " + rows.size() + " rows, its table " + expected);
                }
            }
        }
        assertThat(questions.all()).hasSizeGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersTheCompetencyQuestionsThatAreSavedToo() throws IOException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        try (McpSyncClient client = McpClients.http(port)) {
            for (String line : Files.readAllLines(EXPECTED)) {
                if (line.startsWith("#")) {
                    continue;
                }
                asked++;
                String[] cells = line.split("\t", -1);
                Map<String, String> parameters = new LinkedHashMap<>();
                for (String each : cells[2].split(";")) {
                    if (!each.isEmpty()) {
                        parameters.put(each.split("=", 2)[0], each.split("=", 2)[1]);
                    }
                }
                Set<String> told = new TreeSet<>();
                rows(client, cells[1], parameters).forEach(row -> row.forEach(cell -> told.add(id(cell))));
                Set<String> missing = expected(cells[0], cells[3]);
                missing.removeAll(told);
                if (!missing.isEmpty()) {
                    wrong.add(cells[0] + " by " + cells[1] + " lacks " + missing);
                }
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(15);
        assertThat(wrong).isEmpty();
    }

    private static String id(JsonNode cell) {
        return cell.isObject() ? cell.get("id").asString() : cell.asString("");
    }

    private static Set<String> expected(String competency, String column) throws IOException {
        Set<String> expected = new TreeSet<>();
        List<Map<String, String>> records =
                records(Files.readString(Path.of("queries/competency", competency + ".csv")));
        records.forEach(row -> expected.add(String.valueOf(row.get(column)).replace(ThingId.THINGS, "")));
        expected.remove("");
        assertThat(expected).as(competency).isNotEmpty();
        return expected;
    }

    private static List<Map<String, String>> records(String csv) throws IOException {
        try (CSVParser rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.replace("\uFEFF", "")))) {
            List<Map<String, String>> records = new ArrayList<>();
            rows.forEach(row -> records.add(row.toMap()));
            return records;
        }
    }

    /** What its parameters take when nobody says otherwise; a sample of what has to be given. */
    private static Map<String, String> sample(SavedQuestion question) {
        Map<String, String> sample = new HashMap<>();
        for (QuestionParameter parameter : question.parameters()) {
            if (parameter.required() && parameter.defaultValue() == null) {
                sample.put(parameter.name(), parameter.sample().orElseThrow());
            }
        }
        return sample;
    }

    /** Page by page to the end. */
    private static List<JsonNode> rows(McpSyncClient client, String name, Map<String, String> parameters) {
        List<JsonNode> rows = new ArrayList<>();
        int page = 1;
        JsonNode answer;
        do {
            answer = McpClients.ask(
                    client,
                    "question",
                    "name",
                    name,
                    "parameters",
                    parameters,
                    "size",
                    ROWS,
                    "page",
                    page++,
                    "lang",
                    "en");
            answer.get("rows").forEach(rows::add);
        } while (answer.path("rest").asString("").contains("ask for page"));
        return rows;
    }
}
