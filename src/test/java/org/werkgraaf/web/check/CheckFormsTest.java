package org.werkgraaf.web.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.vocabulary.Wg;
import tools.jackson.databind.JsonNode;

/** The forms in which an answer is taken: data, citations, feeds, frozen addresses, two beside each other. */
@PackagedServiceTest
class CheckFormsTest {
    private static final String ASKED = "technique=keylogging&jurisdiction=nl&status=employee&persons=30&lang=en";
    private static final int PAGE_BYTES_MAX = 130_000;
    private static final int JSON_BYTES_MAX = 200_000;

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/assess.ttl,TURTLE", "/api/v1/assess.jsonld,JSONLD"})
    void givesTheSameOutcomesAsTriples(String address, String language) {
        Graph graph = GraphFactory.createDefaultGraph();
        Lang lang = language.equals("TURTLE") ? Lang.TURTLE : Lang.JSONLD11;
        RDFDataMgr.read(
                graph, new StringReader(service.get(address + "?" + ASKED).body()), null, lang);
        int outcomes = service.json("/api/v1/assess?" + ASKED).get("outcomes").size();
        assertThat(graph.stream(Node.ANY, Wg.CHECKED_NORM, Node.ANY)).hasSize(outcomes);
        assertThat(graph.stream(Node.ANY, Wg.CHECK_STATE, Node.ANY)).hasSize(outcomes);
        assertThat(graph.stream(Node.ANY, Wg.HAS_PASSAGE, Node.ANY)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/turtle,text/turtle", "application/ld+json,application/ld+json", "text/csv,text/csv"})
    void negotiatesTheFormat(String accept, String type) {
        HttpResponse<String> answer = service.get("/api/v1/assess?" + ASKED, "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @Test
    void hasARowForEachNorm() {
        JsonNode answer = service.json("/api/v1/assess?" + ASKED);
        int rows = answer.get("coverage").size() + answer.get("outcomes").size();
        String csv = service.get("/api/v1/assess.csv?" + ASKED).body();
        assertThat(csv.split("\r\n")).hasSize(rows + 1);
        assertThat(csv).startsWith("on,release,part,state,norm");
    }

    @Test
    void saysInEveryFormatWhatIsNotCovered() {
        String asked = "technique=keylogging&jurisdiction=us&lang=en";
        assertThat(service.get("/api/v1/assess.csv?" + asked).body()).contains(",coverage,not-covered,");
        assertThat(service.get("/api/v1/assess.ttl?" + asked).body())
                .contains("dcterms:coverage")
                .contains("United States");
    }

    @Test
    void saysThatNothingChangedSinceTheReaderHadIt() {
        String tag = service.get("/api/v1/assess?" + ASKED)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(service.get("/api/v1/assess?" + ASKED, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void saysFromHowManyPersonsMoreIsAsked() {
        JsonNode changes = service.json("/api/v1/assess?" + ASKED).get("changes");
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.get("parameter").asString()).isEqualTo("persons");
            assertThat(change.get("condition").asString()).isEqualTo("With 50 persons or more");
            assertThat(change.get("effects").toString()).contains("obligation/establish-works-council");
        });
        assertThat(changes)
                .anySatisfy(
                        change -> assertThat(change.get("condition").asString()).isEqualTo("As platform"));
    }

    @Test
    void tellsInShortWhatDoesNotApplyAndWhereTheRestIs() {
        JsonNode brief = service.json("/api/v1/assess?" + ASKED);
        JsonNode shortened = brief.get("shortened");
        long not = StreamSupport.stream(brief.get("outcomes").spliterator(), false)
                .filter(norm -> norm.get("state").asString().equals("does-not-apply"))
                .peek(norm -> norm.get("reasons")
                        .forEach(reason ->
                                assertThat(reason.get("holds").asBoolean()).isFalse()))
                .count();
        assertThat(shortened.get("doesNotApply").asLong()).isEqualTo(not);
        List<JsonNode> aside = StreamSupport.stream(brief.get("outcomes").spliterator(), false)
                .filter(norm -> norm.get("part").asString().equals("aside"))
                .toList();
        assertThat(aside).isNotEmpty().allSatisfy(norm -> {
            assertThat(norm.get("reasons")).isEmpty();
            assertThat(norm.get("missing")).isNotEmpty();
        });
        assertThat(shortened.get("aside").asInt()).isEqualTo(aside.size());
        String page = service.get("/check?" + ASKED).body();
        assertThat(page).contains("id=\"aside\"");
        aside.forEach(
                norm -> assertThat(page).contains("/id/" + norm.get("norm").asString()));
        JsonNode all = service.json("/api/v1/assess?" + ASKED + "&detail=all");
        assertThat(all.has("shortened")).isFalse();
        assertThat(all.get("outcomes").size()).isEqualTo(brief.get("outcomes").size());
        assertThat(all.toString().length()).isGreaterThan(brief.toString().length());
    }

    @Test
    void keepsToWhatWasReadInTheOfficialTextAndSaysHowMuchThatLeavesOut() {
        JsonNode every = service.json("/api/v1/assess?" + ASKED);
        JsonNode official = service.json("/api/v1/assess?" + ASKED + "&verification=primary&detail=all");
        assertThat(official.get("only").get("leftOut").asInt()).isPositive();
        assertThat(official.get("only").get("text").asString()).contains("official text");
        assertThat(official.get("outcomes").size())
                .isPositive()
                .isLessThan(every.get("outcomes").size());
        official.get("outcomes")
                .forEach(norm -> norm.get("reasons")
                        .forEach(reason -> assertThat(reason.get("verification").asString("primary"))
                                .isEqualTo("primary")));
    }

    @Test
    void refersToPlacesAndNamesThatItHolds() {
        JsonNode answer = service.json("/api/v1/assess?" + ASKED);
        answer.get("outcomes").forEach(norm -> {
            norm.get("reasons").forEach(reason -> {
                if (!reason.get("passage").isNull()) {
                    String passage = reason.get("passage").asString();
                    assertThat(answer.get("passages").has(passage)).as(passage).isTrue();
                    String source =
                            answer.get("passages").get(passage).get("source").asString();
                    assertThat(answer.get("sources").has(source)).as(source).isTrue();
                }
            });
            norm.get("provisions")
                    .forEach(provision -> assertThat(answer.get("labels").has(provision.asString()))
                            .isTrue());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "technique=fingerprint-time-registration&jurisdiction=nl",
                "technique=keylogging&jurisdiction=nl&status=employee&persons=80",
                "technique=cv-screening&jurisdiction=be&ai=yes&on=2027-12-02"
            })
    void staysSmall(String asked) {
        int page = bytes("/check?lang=en&" + asked);
        int data = bytes("/api/v1/assess?lang=en&" + asked);
        System.out.printf("%s: page %d bytes, JSON %d bytes%n", asked, page, data);
        assertThat(page).isLessThan(PAGE_BYTES_MAX);
        assertThat(data).isLessThan(JSON_BYTES_MAX);
    }

    @Test
    void setsTwoChecksBesideEachOther() {
        JsonNode pair = service.json("/api/v1/assess/compare?" + ASKED + "&b.persons=80");
        assertThat(pair.get("second").get("given").get("persons").get(0).asString())
                .isEqualTo("80");
        assertThat(pair.get("differences"))
                .anySatisfy(each ->
                        assertThat(each.get("norm").asString()).isEqualTo("obligation/establish-works-council"));
        assertThat(pair.get("same").asInt()).isPositive();
        JsonNode abroad = service.json("/api/v1/assess/compare?" + ASKED + "&b.jurisdiction=be");
        List<Boolean> inBoth = StreamSupport.stream(abroad.get("differences").spliterator(), false)
                .map(each -> !each.get("first").isNull() && !each.get("second").isNull())
                .toList();
        assertThat(inBoth).as("those on the subject in both come first").isSortedAccordingTo((a, b) -> b.compareTo(a));
        String page = service.get("/check/compare?" + ASKED + "&b.persons=80").body();
        assertThat(page).contains("/id/obligation/establish-works-council").doesNotContain("??");
    }

    @Test
    void isCitedAsReferenceManagersTakeIt() {
        assertThat(service.get("/check.bib?" + ASKED).body())
                .startsWith("@")
                .contains("Keystroke logging")
                .contains("/check?");
        assertThat(service.get("/check.ris?" + ASKED).body()).contains("TY  - ").contains("UR  - ");
        assertThat(service.get("/check.csl.json?" + ASKED).body()).startsWith("[{");
        assertThat(service.get("/check.doc?" + ASKED).statusCode()).isEqualTo(404);
    }

    @Test
    void isFollowedByItsStates() {
        JsonNode feed = service.json("/check/feed.json?" + ASKED);
        assertThat(feed.get("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("id").asString()).contains("#"));
        assertThat(service.get("/check/feed.atom?" + ASKED).body()).contains("<feed xmlns=");
    }

    @Test
    void isFollowedAsAWholeSoThatWhatFallsAwayIsToldToo() {
        String before = whole("on=2027-12-01");
        assertThat(whole("on=2027-11-30")).as("nothing changes that day").isEqualTo(before);
        assertThat(whole("on=2027-12-02")).as("rules on high risk apply").isNotEqualTo(before);
        assertThat(whole("on=2027-12-01&fact=works-council-exists:no"))
                .as("the rights of a council fall away")
                .isNotEqualTo(before);
    }

    /** What the entry of the answer as a whole is known by, apart from the address. */
    private String whole(String more) {
        List<String> ids = StreamSupport.stream(
                        service.json("/check/feed.json?" + ASKED + "&" + more)
                                .get("items")
                                .spliterator(),
                        false)
                .filter(item -> item.get("title").asString().equals("The answer as a whole"))
                .map(item -> item.get("id").asString())
                .toList();
        assertThat(ids).hasSize(1);
        return ids.get(0).substring(ids.get(0).indexOf('#'));
    }

    @Test
    void beginsWithWhatTheAnswerComesDownTo() {
        String page = service.get("/check?" + ASKED).body();
        assertThat(gist(page))
                .contains("No prohibition is certain", "May be forbidden", "Have a lawful basis")
                .doesNotContain("Forbidden:");
        assertThat(page.indexOf("check-gist")).isLessThan(page.indexOf("check-sum"));
        assertThat(gist(service.get("/check?technique=emotion-recognition&data=facial-image&jurisdiction=nl"
                                + "&status=employee&ai=yes&fact=emotions-from-biometrics:yes&lang=en")
                        .body()))
                .contains("Forbidden:", "emotion")
                .doesNotContain("No prohibition is certain");
    }

    private static String gist(String page) {
        String from = page.substring(page.indexOf("class=\"check-gist\""));
        return from.substring(0, from.indexOf("</ul>"));
    }

    @Test
    void saysFromWhenOthersOweWhatIsNotLawYet() {
        String page = service.get("/check?" + ASKED + "&on=2026-11-30").body();
        String others = page.substring(page.indexOf("id=\"others\""));
        others = others.substring(0, others.indexOf("</section>"));
        assertThat(others).contains("<h3>Provider of an AI system</h3>", "applies from 2 December 2027");
        String later = service.get("/check?" + ASKED + "&on=2028-01-01").body();
        assertThat(later).doesNotContain("applies from 2 December 2027");
    }

    @Test
    void refusesAQuestionToLeaveOpenThatThereIsNot() {
        assertThat(service.get("/check?" + ASKED + "&open=fact%3Dcovert&open=worksCouncil")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.json("/api/v1/assess?" + ASKED + "&open=worksCouncl")
                        .get("detail")
                        .asString())
                .contains("open", "worksCouncl", "fact=", "Nearest: worksCouncil");
        assertThat(service.get("/api/v1/assess?" + ASKED + "&open=fact%3Dcovret")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysOfWhichOfTwoChecksAParameterIsWrong() {
        String problem = service.json("/api/v1/assess/compare?" + ASKED + "&b.jurisdiction=bee")
                .get("detail")
                .asString();
        assertThat(problem).contains("second check", "b.", "jurisdiction", "Nearest: jurisdiction/be");
        assertThat(service.json("/api/v1/assess/compare?" + ASKED.replace("=nl", "=nll") + "&b.jurisdiction=be")
                        .get("detail")
                        .asString())
                .doesNotContain("second check");
    }

    @Test
    void isFollowedWithoutADayInItsNameUnlessOneIsGiven() {
        assertThat(service.json("/check/feed.json?" + ASKED).get("title").asString())
                .contains("Keystroke logging, Netherlands, Employee")
                .doesNotContain("as of");
        assertThat(service.json("/check/feed.json?" + ASKED + "&on=2027-12-02")
                        .get("title")
                        .asString())
                .contains("as of 2 December 2027");
    }

    @Test
    void theExampleInTheDescriptionIsWhatIsAnswered() {
        JsonNode example = service.json("/openapi.json")
                .get("paths")
                .get("/api/v1/assess")
                .get("get")
                .get("responses")
                .get("200")
                .get("content")
                .get("application/json")
                .get("examples")
                .get("keystroke logging")
                .get("value");
        JsonNode answer = service.json(
                "/api/v1/assess?technique=keylogging&jurisdiction=nl&status=employee&persons=80&lang=en&on="
                        + example.get("on").asString());
        for (String same : List.of("given", "assumed", "territory")) {
            assertThat(answer.get(same)).as(same).isEqualTo(example.get(same));
        }
        for (String same : List.of("parameter", "question", "values")) {
            assertThat(answer.get("next").get(same))
                    .as(same)
                    .isEqualTo(example.get("next").get(same));
        }
        JsonNode norm = example.get("outcomes").get(0);
        JsonNode answered = StreamSupport.stream(answer.get("outcomes").spliterator(), false)
                .filter(each -> each.get("norm").equals(norm.get("norm")))
                .findFirst()
                .orElseThrow();
        for (String same :
                List.of("kind", "state", "part", "label", "summary", "provisions", "when", "exceptions", "from")) {
            assertThat(answered.get(same)).as(same).isEqualTo(norm.get(same));
        }
        example.get("labels")
                .properties()
                .forEach(label ->
                        assertThat(answer.get("labels").get(label.getKey())).isEqualTo(label.getValue()));
    }

    @Test
    void tellsAEuropeanNormAloneOnlyBeforeTheOneThatCarriesItOut() {
        String memo = service.get("/check.md?lang=en&technique=keylogging&jurisdiction=nl&persons=80&status=employee")
                .body();
        assertThat(memo).contains("/id/obligation/keep-working-time-records)").contains("/id/right/judicial-remedy)");
        assertThat(memo).doesNotContain("/id/obligation/record-working-time)");
    }

    @Test
    void tellsARightOfTheEmployerApartFromThoseOfWorkers() {
        JsonNode answer = service.json("/api/v1/assess?" + ASKED + "&fact=civil-servant-by-appointment:no");
        assertThat(StreamSupport.stream(answer.get("outcomes").spliterator(), false)
                        .filter(norm -> norm.get("norm").asString().equals("right/instruct-staff"))
                        .map(norm -> norm.get("part").asString()))
                .containsExactly("may");
    }

    @Test
    void tellsOfAFrozenAnswerWhetherItIsStillTheSame() {
        String page = service.get("/check?" + ASKED).body();
        String link = page.substring(page.indexOf("href=\"/r/") + "href=\"".length());
        link = link.substring(0, link.indexOf('"')).replace("&amp;", "&");
        assertThat(link).contains("/check?").contains("on=");
        assertThat(service.get(link).body()).contains("frozen-same");
        assertThat(service.get(link.replaceFirst("/[0-9a-f]{16}/", "/0123456789abcdef/"))
                        .body())
                .contains("frozen-wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "nl,mag mijn werkgever keylogging gebruiken",
        "en,can my boss use keystroke logging",
        "fr,mon patron peut-il utiliser un enregistreur de frappe"
    })
    void isReachedFromASearchThatAsks(String lang, String words) {
        String page = service.get(
                        "/search?lang=" + lang + "&q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
        assertThat(page).contains("/check?technique=keylogging");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|mag dat: vingerafdruk bij prikklok|technique=fingerprint-time-registration",
                "nl|is gezichtsherkenning op het werk toegestaan|technique=facial-recognition-time-registration",
                "nl|verborgen camera op de werkvloer, mag dat?|technique=covert-camera-surveillance",
                "nl|mijn baas leest mijn mail mag dit|technique=email-content-monitoring",
                "nl|moet ik meewerken aan een alcoholtest|technique=alcohol-drug-testing",
                "nl|mag de baas mijn whatsapp controleren in België|jurisdiction=be",
                "en|is keystroke logging legal in germany|technique=keylogging&amp;lang=en&amp;jurisdiction=de",
                "en|is employee monitoring allowed in France|jurisdiction=fr",
                "en|are companies allowed to record calls|technique=call-recording",
                "en|do employers need consent for fingerprint scanners|technique=fingerprint-time-registration",
                "fr|a-t-on le droit de filmer les salariés|technique=camera-surveillance",
                "fr|puis-je refuser la pointeuse à empreinte digitale|technique=fingerprint-time-registration",
                "fr|mon chef peut-il écouter mes appels en Belgique|jurisdiction=be"
            })
    void fillsInWhatAQuestionSays(String lang, String words, String understood) {
        assertThat(way(lang, words)).contains("/check?").contains(understood);
    }

    @ParameterizedTest
    @CsvSource({"nl,vingerafdruk", "nl,cameratoezicht boetes", "en,can bus data", "fr,droit de la personne"})
    void leadsToNoCheckFromASearchThatAsksNothing(String lang, String words) {
        assertThat(way(lang, words)).doesNotContain("/check");
    }

    @Test
    void fillsInNothingThatOnlyADescriptionNames() {
        assertThat(way("nl", "mag ik het vonnis van de rechtbank")).contains("\"/check?lang=nl\"");
    }

    /** The line of a search page that leads on to another page; empty when there is none. */
    private String way(String lang, String words) {
        String page = service.get(
                        "/search?lang=" + lang + "&q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
        Matcher line = Pattern.compile("<p class=\"check-way\">.*?</p>").matcher(page);
        return line.find() ? line.group() : "";
    }

    @ParameterizedTest
    @CsvSource({"/check", "/check.md"})
    void saysWhatANameWasTakenFor(String address) {
        String said = service.get(address + "?technique=facial+recognition&jurisdiction=Belgium&lang=en")
                .body();
        assertThat(said)
                .contains("You typed “facial recognition”")
                .contains("Facial-recognition time recording")
                .contains("Belgium")
                .doesNotContain("You typed “Belgium”");
        assertThat(service.get(address + "?technique=Keylogging&lang=en").body())
                .contains("Keystroke logging")
                .doesNotContain("You typed");
    }

    @Test
    void namesInDataWhatANameWasTakenFor() {
        JsonNode taken =
                service.json("/api/v1/assess?technique=vingerafdrukscan").get("taken");
        assertThat(taken.size()).isEqualTo(1);
        assertThat(taken.get(0).get("typed").asString()).isEqualTo("vingerafdrukscan");
        assertThat(taken.get(0).get("id").asString()).isEqualTo("technique/fingerprint-time-registration");
        assertThat(service.json("/api/v1/assess?technique=keylogging").has("taken"))
                .isFalse();
    }

    @Test
    void goesOnWithTheIdOfWhatANameWasTakenFor() {
        String page = service.get("/check?technique=facial+recognition&lang=en").body();
        assertThat(page)
                .contains("technique=facial-recognition-time-registration&amp;")
                .doesNotContain("name=\"technique\" value=\"facial recognition\"");
    }

    @Test
    void givesTwoChecksAsATableThatSaysWhichIsWhich() {
        String csv = service.get("/api/v1/assess/compare.csv?" + ASKED + "&b.jurisdiction=be")
                .body();
        JsonNode pair = service.json("/api/v1/assess/compare?" + ASKED + "&b.jurisdiction=be");
        assertThat(csv.lines())
                .hasSize(1 + pair.get("differences").size() + pair.get("same").asInt())
                .first()
                .asString()
                .contains("firstPart,firstPartLabel,firstState");
        assertThat(csv).contains("Netherlands").contains("Belgium");
        assertThat(service.get("/check/compare?" + ASKED + "&b.jurisdiction=be").body())
                .contains("/api/v1/assess/compare.csv?", "/api/v1/assess/compare.xlsx?", "/check/compare.md?")
                .contains(">Belgium</h3>");
    }

    private int bytes(String address) {
        return service.get(address).body().getBytes(StandardCharsets.UTF_8).length;
    }

    /** On the page a reader meets [1] before [2]; the list of sources has each number once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "technique=keylogging&jurisdiction=nl&status=employee&persons=80",
                "technique=camera-surveillance&jurisdiction=de&status=employee&worksCouncil=yes",
                "technique=emotion-recognition-of-workers&data=voice&ai=yes&jurisdiction=fr"
            })
    void numbersPlacesAsAReaderMeetsThem(String query) {
        String page = service.get("/check?" + query + "&lang=en").body();
        List<Integer> met = Pattern.compile("href=\"#s([0-9]+)\"")
                .matcher(page)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .toList();
        assertThat(met).hasSizeGreaterThan(5).startsWith(1);
        assertThat(met).isEqualTo(IntStream.rangeClosed(1, met.size()).boxed().toList());
        List<String> listed = Pattern.compile("id=\"s([0-9]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(listed).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(met.size());
    }

    @Test
    void comparesNothingUntilItIsTold() {
        HttpResponse<String> page = service.get("/check/compare?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"technique\"").contains("name=\"b.jurisdiction\"");
        assertThat(service.get("/api/v1/assess/compare").statusCode()).isEqualTo(400);
    }

    @Test
    void saysOfTheGermanRuleWhatTheCourtOfJusticeSaid() {
        JsonNode answer = service.json("/api/v1/assess?technique=keylogging&jurisdiction=de&status=employee&lang=en");
        assertThat(answer.get("outcomes")
                        .valueStream()
                        .filter(norm ->
                                norm.get("norm").asString().equals("obligation/employee-data-only-if-necessary"))
                        .map(norm -> norm.get("summary").asString()))
                .singleElement()
                .asString()
                .contains("C-34/21");
    }
}
