package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.Languages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@PackagedServiceTest
class QuestionApiTest {
    /** What these list is no statement of a source, but what is in the graph, or absent from it. */
    private static final Set<String> NOT_NARROWED = Set.of(
            "instruments-in-jurisdiction",
            "mistaken-and-superseded",
            "passages-of",
            "sources-by-verification",
            "techniques-in-sector",
            "techniques-per-sector",
            "techniques-without-law",
            "to-verify",
            "who-speaks");

    private static final String QUESTIONS = "/api/v1/questions";

    @LocalServerPort
    private int port;

    @Autowired
    private SavedQuestions questions;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionHasRowsAndNamedColumns() {
        return questions.all().stream()
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    for (String lang : Languages.ALL) {
                        JsonNode answer = service.json(QUESTIONS + "/" + question.name() + "?lang=" + lang);
                        assertThat(answer.at("/rows").size())
                                .as(answer.toString())
                                .isPositive();
                        answer.get("columns")
                                .forEach(column -> assertThat(
                                                column.get("label").asString())
                                        .as("label of the column in " + lang)
                                        .isNotEqualTo(
                                                column.get("name").asString().equals("period") ? "" : "?")
                                        .matches(label -> !label.matches("[a-z]+[A-Z].*")));
                        assertThat(answer.at("/rows/0").toString()).doesNotContain("\"label\":\"http");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfAParameterHasRows() {
        return questions.all().stream()
                .flatMap(question -> question.parameters().stream()
                        .filter(parameter -> parameter.example() != null)
                        .map(parameter -> DynamicTest.dynamicTest(question.name() + ", " + parameter.name(), () -> {
                            String example = URLEncoder.encode(parameter.example(), StandardCharsets.UTF_8);
                            HttpResponse<String> answer = service.get(
                                    QUESTIONS + "/" + question.name() + "?" + parameter.name() + "=" + example);
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                            assertThat(Service.json(answer).get("total").asInt())
                                    .as("rows for " + example)
                                    .isPositive();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionRunsAsTheTextThatReadersGet() {
        return questions.all().stream()
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    HttpResponse<String> answer = service.get(
                            "/sparql?query=" + URLEncoder.encode(question.query(), StandardCharsets.UTF_8),
                            "Accept",
                            "application/sparql-results+json");
                    JsonNode own = service.json(QUESTIONS + "/" + question.name() + "?lang=en&size=1000&rows=each");
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    assertThat(Service.json(answer).at("/results/bindings").size())
                            .isEqualTo(own.get("total").asInt());
                }));
    }

    @TestFactory
    Stream<DynamicTest> narrowsEachQuestionToWhatWasCheckedSoFar() {
        return questions.all().stream()
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    String asked = QUESTIONS + "/" + question.name() + "?lang=en&size=1";
                    HttpResponse<String> narrowed = service.get(asked + "&verification=primary");
                    if (question.parameter("verification").isEmpty()) {
                        assertThat(narrowed.statusCode()).isEqualTo(400);
                        assertThat(narrowed.body()).contains("reads no statement of a source");
                        assertThat(NOT_NARROWED).contains(question.name());
                    } else {
                        assertThat(narrowed.statusCode()).as(narrowed.body()).isEqualTo(200);
                        assertThat(Service.json(narrowed).get("total").asInt())
                                .isLessThanOrEqualTo(
                                        service.json(asked).get("total").asInt());
                        assertThat(NOT_NARROWED).doesNotContain(question.name());
                    }
                }));
    }

    @Test
    void keepsOnlyWhatWasReadInTheOfficialText() {
        String question = QUESTIONS + "/rules-for-technique?lang=en";
        int all = service.json(question).get("total").asInt();
        int read = service.json(question + "&verification=primary").get("total").asInt();
        assertThat(read).isPositive().isLessThan(all);
        int published =
                service.json(question + "&verification=secondary").get("total").asInt();
        assertThat(read + published).isGreaterThan(Math.max(read, published));
    }

    /** WOR 2 asks for a council from fifty persons; 35b for a staff meeting from ten to fewer than fifty. */
    @Test
    void leavesOutTheDutiesOfLargerAndSmallerEmployers() {
        assertThat(duties(9)).doesNotContain("obligation/establish-works-council", "obligation/staff-meeting");
        assertThat(duties(49))
                .contains("obligation/staff-meeting")
                .doesNotContain("obligation/establish-works-council");
        assertThat(duties(50))
                .contains("obligation/establish-works-council")
                .doesNotContain("obligation/staff-meeting");
    }

    private List<String> duties(int employees) {
        return service.json(QUESTIONS + "/obligations-of-employer?size=1000&jurisdiction=jurisdiction/nl&employees="
                        + employees)
                .get("rows")
                .valueStream()
                .map(row -> row.at("/norm/id").asString())
                .toList();
    }

    @Test
    void listsAtLeastFortyQuestions() {
        JsonNode list = service.json(QUESTIONS);

        assertThat(list.get("questions").size())
                .isGreaterThanOrEqualTo(40)
                .isEqualTo(questions.all().size());
        assertThat(list.at("/questions/0/summary/nl").asString()).endsWith("?");
        assertThat(list.get("release").asString()).isNotEmpty();
    }

    @Test
    void givesLabelsInTheLanguageAskedFor() {
        JsonNode row = service.json(QUESTIONS + "/techniques-by-data?data=fingerprint&lang=nl")
                .at("/rows/1");

        assertThat(row.at("/dataCategory/id").asString()).isEqualTo("data-category/fingerprint");
        assertThat(row.at("/dataCategory/iri").asString())
                .isEqualTo("https://w3id.org/werkgraaf/id/data-category/fingerprint");
        assertThat(row.at("/dataCategory/label").asString()).isEqualTo("Vingerafdruk");
    }

    @ParameterizedTest
    @CsvSource({"fingerprint", "data-category/fingerprint", "https://w3id.org/werkgraaf/id/data-category/fingerprint"})
    void takesAThingByItsSlugIdOrIri(String value) {
        assertThat(service.json(QUESTIONS + "/techniques-by-data?data=" + value)
                        .at("/parameters/data/id")
                        .asString())
                .isEqualTo("data-category/fingerprint");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/applies-on?date=tomorrow | bad-parameter | parameter date is 'tomorrow'; it takes a date such as",
                "/applies-on?date=2026-02-30 | bad-parameter | parameter date is '2026-02-30'",
                "/applies-on?size=0 | bad-parameter | parameter size is '0'; it takes a whole number from 1 to 1000",
                "/applies-on?size=1001 | bad-parameter | from 1 to 1000",
                "/applies-on?page=100001 | bad-parameter | parameter page is '100001'",
                "/applies-on?lang=de | bad-parameter | use nl, en or fr",
                "/applies-on?format=xls | bad-parameter | it takes json, csv, xlsx, srj or srx",
                "/applies-on?date=2026-01-01&date=2026-01-02 | bad-parameter | parameter date is given 2 times",
                "/applies-on?datum=2026-01-01 | unknown-parameter | It takes date, format, lang, page, rows, size",
                "/techniques-by-data?data=toothpaste | bad-parameter | parameter data is 'toothpaste'; it takes one of",
                "/techniques-by-data?data=technique/keylogging | bad-parameter | it takes one of",
                "/fines-by-year?currency=XYZ | bad-parameter | it takes one of EUR",
                "/highest-amounts?least=-1 | bad-parameter | a whole number from 0",
                "/highest-amounts?least=1e9 | bad-parameter | a whole number from 0",
                "/passages-of?thing=technique/nothing | bad-parameter | of a thing that is in the graph",
                "/passages-of?thing=%3Chttp://a%3E | bad-parameter | it takes an id such as"
            })
    void namesTheParameterThatIsWrongAndWhatItTakes(String path, String code, String words) {
        HttpResponse<String> answer = service.get(QUESTIONS + path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Service.json(answer).get("code").asString()).isEqualTo(code);
        assertThat(Service.json(answer).get("detail").asString()).contains(words);
    }

    @Test
    void saysThatThereIsNoSuchQuestion() {
        assertThat(service.get(QUESTIONS + "/nothing").statusCode()).isEqualTo(404);
        assertThat(service.get(QUESTIONS + "/applies-on.pdf").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "\" } SERVICE <http://example.org/> { ?s ?p ?o } #",
        "x\" . ?a ?b ?c . FILTER(true) #",
        "\\",
        "?_lang",
        ".*"
    })
    void takesWhatLooksLikeSparqlForText(String text) {
        HttpResponse<String> answer = service.get(
                QUESTIONS + "/statistics-of-survey?survey=" + URLEncoder.encode(text, StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Service.json(answer).get("total").asInt()).isZero();
        assertThat(Service.json(answer).get("complete").asBoolean()).isTrue();
    }

    @Test
    void refusesATextThatIsTooLong() {
        HttpResponse<String> answer = service.get(QUESTIONS + "/statistics-of-survey?survey=" + "x".repeat(1001));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("at most 1000");
    }

    @Test
    void pagesHoldEveryRowOnce() {
        String next = QUESTIONS + "/applies-on?date=2026-12-02&size=40";
        long total = service.json(next).get("total").asLong();
        Set<String> rows = new HashSet<>();
        int pages = 0;
        while (next != null) {
            JsonNode page = service.json(next);
            assertThat(page.get("total").asLong()).isEqualTo(total);
            assertThat(page.get("complete").asBoolean()).isFalse();
            assertThat(page.get("cutBy").asString()).isEqualTo("size=40");
            page.get("rows").forEach(row -> assertThat(rows.add(row.toString())).isTrue());
            pages++;
            String link = page.at("/links/next").asString("");
            next = link.isEmpty() ? null : link.replaceFirst("^https?://[^/]+", "");
        }
        assertThat(rows).hasSize((int) total);
        assertThat(pages).isEqualTo((int) Math.ceil(total / 40.0));
    }

    @Test
    void tellsTheTotalBeyondTheLastPage() {
        JsonNode answer = service.json(QUESTIONS + "/applies-on?page=99");

        assertThat(answer.get("rows").size()).isZero();
        assertThat(answer.get("total").asInt()).isPositive();
        assertThat(answer.get("complete").asBoolean()).isFalse();
        assertThat(answer.get("cutBy").asString()).isEqualTo("page=99");
        assertThat(answer.at("/links/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "recommendations-by, recommendation",
        "recommendations-to, recommendation",
        "gaps-for-workers, gap",
        "cases-about, matter"
    })
    void givesEachThingOneRowWithAllThatTheRowsOfEachSay(String name, String key) {
        Map<String, Set<String>> told = new TreeMap<>();
        service.json(QUESTIONS + "/" + name + "?rows=each&size=1000")
                .get("rows")
                .forEach(row -> row.propertyStream()
                        .forEach(cell -> told.computeIfAbsent(
                                        row.at("/" + key + "/iri").asString(), k -> new TreeSet<>())
                                .add(cell.getKey() + " " + cell.getValue())));
        JsonNode answer = service.json(QUESTIONS + "/" + name + "?size=1000");

        assertThat(answer.get("total").asInt()).isEqualTo(told.size());
        answer.get("rows").forEach(row -> {
            Set<String> cells = new TreeSet<>();
            row.propertyStream().forEach(cell -> {
                ObjectNode first = ((ObjectNode) cell.getValue()).deepCopy();
                JsonNode more = first.remove("more");
                cells.add(cell.getKey() + " " + first);
                if (more != null) {
                    more.forEach(other -> cells.add(cell.getKey() + " " + other));
                }
            });
            assertThat(cells).isEqualTo(told.get(row.at("/" + key + "/iri").asString()));
        });
        assertThat(service.get(QUESTIONS + "/" + name + "?rows=two").statusCode())
                .isEqualTo(400);
        HttpResponse<String> table = service.get(QUESTIONS + "/" + name + ".csv?size=1000");
        assertThat(table.headers().firstValue("Werkgraaf-Separator")).contains("\"; \"");
        assertThat(table.body().lines().count() - 1).isEqualTo(told.size());
    }

    @Test
    void saysInTheHeadersWhetherATableIsWhole() {
        HttpResponse<String> cut = service.get(QUESTIONS + "/applies-on.csv?size=10");
        HttpResponse<String> whole = service.get(QUESTIONS + "/applies-on.csv?size=1000");

        assertThat(cut.headers().firstValue("Werkgraaf-Complete")).contains("false");
        assertThat(cut.headers().firstValue("Werkgraaf-Cut-By")).contains("size=10");
        assertThat(cut.headers().firstValue("Link").orElse(""))
                .contains("page=2")
                .contains("rel=\"next\"");
        assertThat(cut.body().lines()).hasSize(11);
        assertThat(whole.headers().firstValue("Werkgraaf-Complete")).contains("true");
        assertThat(whole.headers().firstValue("Werkgraaf-Cut-By")).isEmpty();
        assertThat(whole.body().lines().count() - 1)
                .isEqualTo(Long.parseLong(
                        whole.headers().firstValue("Werkgraaf-Total").orElseThrow()));
        assertThat(whole.body()).startsWith("thing,thing_label,class,class_label,");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'application/json', application/json",
        "'', 'text/csv', text/csv",
        "'', 'application/sparql-results+json', application/sparql-results+json",
        "'', 'application/sparql-results+xml', application/sparql-results+xml",
        "'', 'text/html, */*;q=0.1', application/json",
        ".csv, 'application/json', text/csv",
        ".srx, '*/*', application/sparql-results+xml",
        "?format=srj, 'text/csv', application/sparql-results+json"
    })
    void choosesTheFormatBySuffixParameterOrAccept(String suffix, String accept, String type) {
        HttpResponse<String> answer = service.get(QUESTIONS + "/dates-moved" + suffix, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @Test
    void refusesAFormatThatIsNotOffered() {
        HttpResponse<String> answer = service.get(QUESTIONS + "/dates-moved", "Accept", "application/pdf");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/csv");
    }

    @Test
    void answersNotModifiedForTheSameReleaseLanguageAndFormat() {
        HttpResponse<String> first = service.get(QUESTIONS + "/dates-moved?lang=nl");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(service.get(QUESTIONS + "/dates-moved?lang=nl", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(service.get(QUESTIONS + "/dates-moved?lang=en", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get(QUESTIONS + "/dates-moved.csv?lang=nl", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void describesEachQuestionAsAnOperation() {
        JsonNode paths = service.json("/openapi.json").get("paths");

        questions.all().forEach(question -> {
            JsonNode operation = paths.at("/~1api~1v1~1questions~1" + question.name() + "/get");
            assertThat(operation.get("summary").asString()).isEqualTo(question.summary("en"));
            List<String> names = operation
                    .get("parameters")
                    .valueStream()
                    .map(each -> each.get("name").asString())
                    .toList();
            question.parameters().forEach(parameter -> assertThat(names).contains(parameter.name()));
        });
        JsonNode outcome = paths.at("/~1api~1v1~1questions~1cases-by-outcome/get/parameters/0");
        assertThat(outcome.at("/schema/enum").toString()).contains("\"outcome/settlement\"");
        assertThat(outcome.at("/schema/default").asString()).isEqualTo("outcome/settlement");
        assertThat(service.json("/openapi.json").at("/components/schemas").has("QuestionAnswer"))
                .isTrue();
    }
}
