package org.werkgraaf.web.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class CheckApiTest {
    /** Enough for each parameter to meet each value as a rule. */
    private static final int RANDOM_REQUESTS = 1500;

    private static final int RANDOM_REQUESTS_AT_NIGHT = 20_000;
    private static final List<String> NAMES = List.of(
            "technique",
            "data",
            "purpose",
            "decision",
            "jurisdiction",
            "sector",
            "status",
            "role",
            "persons",
            "worksCouncil",
            "ai",
            "inUseSince",
            "fact",
            "on",
            "lang",
            "open",
            "detail",
            "verification",
            "nonsense");
    private static final List<String> VALUES = List.of(
            "keylogging",
            "technique/camera-surveillance",
            "product/hirevue",
            "fingerprint",
            "nl",
            "be",
            "GB",
            "eu",
            "employee",
            "worker-status/platform-worker",
            "provider",
            "worker",
            "0",
            "49",
            "50",
            "-1",
            "99999999999",
            "yes",
            "no",
            "maybe",
            "2026-11-29",
            "2026-02-30",
            "2018-05-24",
            "covert:yes",
            "covert:no",
            "covert",
            ":yes",
            "x:yes",
            "hiring",
            "solely-automated",
            "retail",
            "",
            " ",
            "é",
            "%00",
            "a/b/c",
            "'\"<>",
            "purpose/access-security",
            "all",
            "primary",
            "en");

    private static final List<String> ADDRESSES = List.of(
            "/api/v1/assess",
            "/check",
            "/api/v1/assess.ttl",
            "/api/v1/assess.csv",
            "/check/compare",
            "/api/v1/assess/compare",
            "/api/v1/assess/compare.csv",
            "/check/feed.atom",
            "/check.bib");

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void answersInTheShapeOfTheContract() {
        JsonNode answer = check("technique=keylogging&jurisdiction=nl&status=employee&persons=80&lang=en");
        assertThat(answer.propertyNames())
                .contains(
                        "on", "given", "complete", "coverage", "outcomes", "cases", "gaps", "next", "release", "links");
        JsonNode outcome = answer.get("outcomes").get(0);
        assertThat(outcome.propertyNames())
                .contains(
                        "norm",
                        "kind",
                        "state",
                        "label",
                        "summary",
                        "provisions",
                        "dutyHolder",
                        "protects",
                        "when",
                        "reasons",
                        "missing",
                        "from",
                        "until");
        assertThat(outcome.get("reasons").get(0).propertyNames())
                .contains("criterion", "asked", "given", "holds", "because", "passage", "verification");
    }

    @Test
    void saysWhatWasTakenForGranted() {
        assertThat(check("technique=keylogging&jurisdiction=nl")
                        .get("given")
                        .get("role")
                        .get(0)
                        .asString())
                .isEqualTo("role/employer");
    }

    @Test
    void saysWhatNobodyGave() {
        assertThat(check("technique=keylogging&jurisdiction=nl").get("assumed").toString())
                .isEqualTo("[\"on\",\"role\"]");
        assertThat(check("technique=keylogging&jurisdiction=nl&role=employer&on=2026-11-29")
                        .get("assumed"))
                .isEmpty();
    }

    @Test
    void saysWhyAnAnswerIsNotComplete() {
        JsonNode open = check("technique=keylogging&jurisdiction=nl&status=employee&persons=80");
        assertThat(open.get("complete").asBoolean()).isFalse();
        assertThat(open.get("incomplete").toString()).isEqualTo("[\"facts\",\"coverage\"]");
        assertThat(check("technique=keylogging&jurisdiction=nl&verification=primary")
                        .get("incomplete")
                        .toString())
                .contains("verification");
        assertThat(service.get("/api/v1/assess?technique=keylogging&jurisdiction=nl")
                        .headers()
                        .firstValue("Werkgraaf-Complete"))
                .contains("false");
    }

    @Test
    void saysWhatThereIsToJudgeOfAnOpenStandardAndWhatWeighsIt() {
        JsonNode facts = service.json("/api/v1/assess/facts").get("facts");
        facts.forEach(fact -> {
            if (fact.get("openStandard").asBoolean()) {
                assertThat(fact.get("definitions").propertyNames())
                        .as(fact.get("fact").asString())
                        .contains("nl", "en", "fr");
            } else {
                assertThat(fact.get("weighed")).isEmpty();
            }
        });
        assertThat(stream(facts)
                        .filter(fact -> fact.get("fact").asString().equals("proportionate"))
                        .flatMap(fact -> stream(fact.get("weighed")))
                        .map(one -> one.get("by").asString()))
                .contains("case/barbulescu", "case/lopez-ribalda", "case/bag-open-video-pressure");
        JsonNode answer = check("technique=keylogging&jurisdiction=de&status=employee&lang=fr&detail=all");
        assertThat(stream(answer.get("questions"))
                        .filter(question -> question.get("parameter").asString().equals("fact=concrete-suspicion")))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.get("meaning").asString()).startsWith("S'il existe");
                    assertThat(question.get("weighed").get(0).get("by").asString())
                            .startsWith("case/bag-");
                    assertThat(answer.get("passages")
                                    .has(question.get("weighed")
                                            .get(0)
                                            .get("passage")
                                            .asString()))
                            .isTrue();
                });
    }

    @Test
    void everyOutcomeStandsAtAPlaceInASource() {
        JsonNode answer = check("technique=camera-surveillance&jurisdiction=be&status=employee&detail=all");
        assertThat(answer.get("outcomes")).isNotEmpty();
        answer.get("outcomes").forEach(outcome -> {
            assertThat(outcome.get("provisions"))
                    .as(outcome.get("norm").asString())
                    .isNotEmpty();
            assertThat(StreamSupport.stream(outcome.get("reasons").spliterator(), false)
                            .anyMatch(reason -> !reason.get("passage").isNull()))
                    .as(outcome.get("norm").asString())
                    .isTrue();
        });
    }

    @Test
    void saysThatItRestsOnMemoryOnlyWhereACriterionOfThisAnswerDoes() {
        JsonNode answer = check("technique=keylogging&jurisdiction=be&status=employee&detail=all");
        answer.get("outcomes").forEach(outcome -> {
            boolean recalled = Stream.concat(
                            stream(outcome.get("reasons")),
                            stream(outcome.get("reasons"))
                                    .filter(reason -> reason.has("riskClass"))
                                    .flatMap(reason -> stream(answer.get("riskClasses")
                                            .get(reason.get("riskClass").asString()))))
                    .anyMatch(reason -> reason.get("verification").asString("").equals("recalled"));
            assertThat(outcome.path("recalled").asBoolean(false))
                    .as(outcome.get("norm").asString())
                    .isEqualTo(recalled);
        });
    }

    private static Stream<JsonNode> stream(JsonNode all) {
        return StreamSupport.stream(all.spliterator(), false);
    }

    @Test
    void dependsNamesAParameterThatCanBeGiven() {
        JsonNode answer = check("technique=keylogging&jurisdiction=nl&lang=en");
        JsonNode next = answer.get("next");
        assertThat(next.isNull()).isFalse();
        answer.get("questions").forEach(question -> {
            String parameter = question.get("parameter").asString();
            if (question.has("values")) {
                String value = question.get("values").get(0).asString();
                String more = parameter.startsWith("fact=") ? parameter + ":" + value : parameter + "=" + value;
                assertThat(service.get("/api/v1/assess?technique=keylogging&jurisdiction=nl&" + more)
                                .statusCode())
                        .as(more)
                        .isEqualTo(200);
            }
        });
    }

    @Test
    void saysFirstThatACountryIsNotCovered() {
        JsonNode answer = check("technique=keylogging&jurisdiction=gb&lang=en");
        assertThat(answer.get("territory").get("covered").asBoolean()).isFalse();
        assertThat(answer.get("territory").get("text").asString())
                .contains("United Kingdom")
                .contains("not covered");
        assertThat(answer.get("coverage").isArray()).isTrue();
    }

    @Test
    void saysHowFarTheLawOnEachSubjectIsThere() {
        JsonNode coverage =
                check("technique=keylogging&jurisdiction=nl&lang=en").get("coverage");
        assertThat(coverage.isArray()).isTrue();
        assertThat(coverage).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("jurisdiction").asString()).isEqualTo("jurisdiction/nl");
            assertThat(one.get("topic").asString()).startsWith("topic/");
            assertThat(one.get("level").asString()).isIn("covered", "partly-covered", "not-covered");
            assertThat(one.get("checkedOn").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        });
    }

    @Test
    void takesAProductForItsTechniques() {
        JsonNode given = check("technique=product/hirevue&jurisdiction=nl").get("given");
        assertThat(given.get("technique"))
                .isNotEmpty()
                .allSatisfy(technique -> assertThat(technique.asString()).startsWith("technique/"));
    }

    @Test
    void takesANameThatMeansOneThing() {
        JsonNode given = check("technique=" + encode("keystroke logging")).get("given");
        assertThat(given.get("technique").get(0).asString()).isEqualTo("technique/keylogging");
    }

    @Test
    void tellsOfWhatComesFirstWhatIsCertain() {
        List<JsonNode> coming = outcomes(check(
                        "technique=cv-screening&jurisdiction=nl&status=applicant&ai=yes&decision=hiring&on=2026-11-30"))
                .filter(norm -> norm.get("part").asString().equals("coming"))
                .toList();
        assertThat(coming).hasSizeGreaterThan(2);
        assertThat(coming.stream().map(CheckApiTest::open)).isSorted();
        assertThat(open(coming.get(0))).isZero();
        assertThat(open(coming.get(coming.size() - 1))).isPositive();
    }

    @Test
    void setsApartWhatNothingGivenTouchesForEveryRole() {
        for (String role : List.of("employer", "platform", "agency")) {
            List<String> aside = outcomes(check("technique=keylogging&jurisdiction=nl&on=2026-11-30&role=" + role))
                    .filter(norm -> norm.get("part").asString().equals("aside"))
                    .map(norm -> norm.get("norm").asString())
                    .toList();
            assertThat(aside).as(role).contains("prohibition/untargeted-face-scraping");
        }
    }

    private static Stream<JsonNode> outcomes(JsonNode answer) {
        return answer.get("outcomes").valueStream();
    }

    private static long open(JsonNode norm) {
        return norm.get("reasons")
                .valueStream()
                .filter(reason -> reason.get("holds").isNull())
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "technique=HireVue, technique/video-interview-analysis",
        "technique=camera, technique/camera-surveillance",
        "technique=keylogging&jurisdiction=Deutschland, jurisdiction/de",
        "technique=keylogging&jurisdiction=Espagne, jurisdiction/es",
        "technique=keylogging&status=freelancer, worker-status/self-employed"
    })
    void takesWhatPeopleCallThings(String query, String meant) {
        assertThat(check(query).get("given").toString()).contains("\"" + meant + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "technique=keyloging, technique/keylogging",
        "technique=keylogging&fact=covrt:yes, fact/covert",
        "technique=keylogging&jurisdiction=Nederlnd, jurisdiction/nl",
        "technique=keylogging&role=emploer, Nearest: employer",
        "technique=keylogin, Nearest: technique/keylogging",
        "technique=xyzzy, Nothing near it was found",
        "technique=AI, Nearest: technique/ai-based-worker-management",
        "technique=keylogging&statu=employee, Nearest: status"
    })
    void namesWhatComesNearest(String query, String nearest) {
        HttpResponse<String> answer = service.get("/api/v1/assess?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "technique=keyloging, technique",
        "technique=keylogging&persons=-1, persons",
        "technique=keylogging&on=2026-02-30, on",
        "technique=keylogging&fact=covert, fact",
        "technique=keylogging&fact=nothing:yes, fact",
        "technique=keylogging&role=boss, role",
        "technique=keylogging&ai=maybe, ai",
        "technique=keylogging&jurisdiction=nl&jurisdiction=be, jurisdiction",
        "technique=covert-camera-surveillance&fact=covert:no, contradicts technique/covert-camera-surveillance",
        "technique=keylogging&status=civil-servant&fact=public-employer:no, contradicts worker-status/civil-servant",
        "technique=keylogging&ai=no&fact=ai-system:yes, contradicts ai=no",
        "technique=keylogging&worksCouncil=no&fact=works-council-exists:yes, contradicts worksCouncil=no",
        "technique=keylogging&fact=covert:yes&fact=covert:no, contradicts fact=covert:yes",
        "technique=keylogging&fact=biometric-verification:yes&fact=biometric-identification:yes, both by yes and by no: fact/",
        "technique=cv-screening&on=2020-05-01&inUseSince=2021-05-01, contradicts on=2020-05-01",
        "jurisdiction=nl, technique",
        "technique=keylogging&colour=red, colour"
    })
    void refusesWhatItCannotReadAndSaysWhatToGive(String query, String named) {
        HttpResponse<String> answer = service.get("/api/v1/assess?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(named).contains("\"code\"");
    }

    /** A system that is still to come may be planned; one that answers a question twice alike says nothing wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "technique=cv-screening&jurisdiction=nl&on=2027-12-01&inUseSince=2999-01-01",
                "technique=keylogging&worksCouncil=no&fact=works-council-exists:no"
            })
    void takesWhatDoesNotContradict(String query) {
        assertThat(service.get("/api/v1/assess?" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void namesAnActAsOtherLawOnlyWhileItHolds() {
        String query = "/api/v1/assess?technique=keylogging&jurisdiction=nl&on=";
        assertThat(service.json(query + "2018-05-24")
                        .get("otherLaw")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("instrument/wbp");
        assertThat(service.json(query + "2018-05-25")
                        .get("otherLaw")
                        .valueStream()
                        .map(JsonNode::asString))
                .doesNotContain("instrument/wbp");
    }

    @Test
    void listsEveryQuestionInThreeLanguages() {
        JsonNode facts = service.json("/api/v1/assess/facts").get("facts");
        assertThat(facts.size()).isGreaterThan(30);
        facts.forEach(fact -> assertThat(fact.get("questions").propertyNames()).contains("nl", "en", "fr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void showsThePageInEachLanguageWithoutAKey(String lang) {
        String empty = service.get("/check?lang=" + lang).body();
        String page = service.get("/check?technique=camera-surveillance&jurisdiction=be&lang=" + lang)
                .body();
        assertThat(empty + page).doesNotContain("??").doesNotContainPattern("[^/]check\\.");
        assertThat(page).contains("check-norm").contains("/id/passage/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/check?techniqe=keylogging | techniqe | Nearest: technique.",
                "/check?juristiction=nl&lang=nl | juristiction | Nearest: jurisdiction.",
                "/check?persons=many | many | a whole number from 0",
                "/check?status=emploee | emploee | Nearest: worker-status/employee",
                "/check?fact=covret:yes | covret:yes | Nearest: fact/covert",
                "/check/compare?techniqe=keylogging | techniqe | Nearest: technique.",
                "/check.md?techniqe=keylogging | techniqe | Nearest: technique."
            })
    void saysOnThePageWhatCannotBeReadThoughNothingIsAskedAboutYet(String address, String which, String instead) {
        HttpResponse<String> answer = service.get(address);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(which).contains(instead);
    }

    @Test
    void saysWhatIsStillMissingWhereSomethingWasGiven() {
        assertThat(service.get("/check?jurisdiction=nl&persons=80&lang=en").body())
                .contains("check-unsaid");
        assertThat(service.get("/check?lang=en").body()).doesNotContain("check-unsaid");
        assertThat(service.get("/check?form=&jurisdiction=nl&lang=en").body()).doesNotContain("check-unsaid");
    }

    @Test
    void leadsFromAQuestionInTheSearchToTheCheck() {
        assertThat(service.get("/search?q=" + encode("mag mijn werkgever keylogging gebruiken") + "&lang=nl")
                        .body())
                .contains("/check?technique=keylogging");
        assertThat(service.get("/search?q=keylogging&lang=nl").body()).doesNotContain("/check?technique=keylogging");
    }

    @Test
    void neverFailsOnRandomParameters() {
        neverFails(RANDOM_REQUESTS);
    }

    @Test
    @Tag("nightly")
    void neverFailsOnManyRandomParameters() {
        neverFails(RANDOM_REQUESTS_AT_NIGHT);
    }

    private void neverFails(int requests) {
        long seed = Long.getLong("werkgraaf.seed", System.nanoTime());
        System.out.println("Seed of CheckApiTest: " + seed + " (run again with -Dwerkgraaf.seed)");
        Random random = new Random(seed);
        for (int i = 0; i < requests; i++) {
            StringBuilder query = new StringBuilder("technique=keylogging");
            for (int more = random.nextInt(6); more > 0; more--) {
                query.append('&')
                        .append(NAMES.get(random.nextInt(NAMES.size())))
                        .append('=')
                        .append(encode(VALUES.get(random.nextInt(VALUES.size()))));
            }
            String address = ADDRESSES.get(i % 50 < ADDRESSES.size() ? i % 50 : 0) + "?" + query;
            assertThat(service.get(address).statusCode()).as(address).isIn(200, 400);
        }
    }

    private JsonNode check(String query) {
        return service.json("/api/v1/assess?" + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
