package org.werkgraaf.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/**
 * What applied on a date and what changed, by the saved questions. With {@code -Dwerkgraaf.competency=write} the expected files
 * are written from the answers, to be reviewed as a diff.
 */
@PackagedServiceTest
class AsOfTest {
    private static final Path EXPECTED = Path.of("src/test/resources/questions");
    private static final boolean WRITE = "write".equals(System.getProperty("werkgraaf.competency"));

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "applies-on?date=2026-07-26",
                "applies-on?date=2026-12-02",
                "applies-on?date=2027-12-02",
                "instrument-on-date?date=2026-07-26",
                "instrument-on-date?date=2026-12-02",
                "instrument-on-date?date=2027-12-02",
                "applies-later?date=2026-07-26",
                "applies-later?date=2026-12-02",
                "applies-later?date=2027-12-02",
                "as-the-law-stood?date=2026-07-26",
                "as-the-law-stood?date=2026-07-27",
                "changed-between?from=2026-07-01&until=2026-12-31",
                "changed-between?from=2018-05-01&until=2018-06-30",
                "dates-moved?lang=en"
            })
    void answersAsExpected(String question) throws IOException {
        List<String> answer = rows(service.json(
                "/api/v1/questions/" + question + (question.contains("?") ? "&" : "?") + "rows=each&size=1000"));
        Path file = EXPECTED.resolve(question.replaceAll("[?&=]", "_") + ".csv");
        if (WRITE) {
            Files.writeString(file, String.join("\n", answer) + "\n");
        }
        assertThat(answer).isEqualTo(Files.readAllLines(file));
    }

    @Test
    void movesTheDutiesForHighRiskSystemsToDecember2027() {
        assertThat(things("2026-12-02")).doesNotContain("provision/ai-act-art-26");
        assertThat(things("2027-12-01")).doesNotContain("provision/ai-act-art-26");
        assertThat(things("2027-12-02")).contains("provision/ai-act-art-26");
        assertThat(things("2026-07-26")).contains("provision/ai-act-art-5-1-f");
    }

    /** The derived dates against the same question asked of the sources themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1999-01-01",
                "2018-05-25",
                "2025-02-02",
                "2026-07-26",
                "2026-08-02",
                "2026-12-02",
                "2027-12-02",
                "2030-01-01"
            })
    void agreesWithTheQuestionSpelledOut(String day) throws IOException {
        String query =
                Files.readString(EXPECTED.resolve("applies-on-spelled-out.rq")).replace("DAY", day);
        JsonNode spelledOut = service.json(
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");
        Set<String> expected = new TreeSet<>();
        spelledOut
                .at("/results/bindings")
                .forEach(row -> expected.add(row.at("/thing/value").asString() + " "
                        + row.at("/from/value").asString() + " "
                        + row.at("/period/value").asString()));
        Set<String> derived = new TreeSet<>();
        service.json("/api/v1/questions/applies-on?rows=each&size=1000&date=" + day)
                .get("rows")
                .forEach(row -> derived.add(row.at("/thing/iri").asString() + " "
                        + row.at("/from/value").asString() + " "
                        + row.at("/period/iri").asString()));

        assertThat(derived).isEqualTo(expected);
    }

    private Set<String> things(String day) {
        return service.json("/api/v1/questions/applies-on?rows=each&size=1000&date=" + day)
                .get("rows")
                .valueStream()
                .map(row -> row.at("/thing/id").asString())
                .collect(Collectors.toSet());
    }

    /** Rows as lines: ids of things, else IRIs or values. */
    private static List<String> rows(JsonNode answer) {
        assertThat(answer.get("complete").asBoolean()).isTrue();
        List<String> lines = new ArrayList<>();
        lines.add(answer.get("columns")
                .valueStream()
                .map(column -> column.get("name").asString())
                .collect(Collectors.joining(",")));
        answer.get("rows")
                .forEach(row -> lines.add(answer.get("columns")
                        .valueStream()
                        .map(column -> row.get(column.get("name").asString()))
                        .map(value -> value == null
                                ? ""
                                : value.at("/id")
                                        .asString(value.at("/iri")
                                                .asString(value.at("/value").asString(""))))
                        .collect(Collectors.joining(","))));
        return lines;
    }
}
