package org.werkgraaf.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** Asks as OpenRefine does, and holds the answers against what the schemas of the Reconciliation API 0.2 demand. */
@PackagedServiceTest
class ReconcileControllerTest {
    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";
    private static final String DATE = "-?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

    @LocalServerPort
    private int port;

    @Test
    void theManifestNamesAllPartsAndTheyAreThere() {
        JsonNode manifest = service().json("/reconcile/en");
        assertThat(manifest.get("versions").valueStream().map(JsonNode::asString))
                .contains("0.2");
        for (String field : List.of("name", "identifierSpace", "schemaSpace", "documentation")) {
            assertThat(manifest.get(field).asString()).isNotBlank();
        }
        assertThat(manifest.get("batchSize").asInt()).isEqualTo(10);
        for (JsonNode type : manifest.get("defaultTypes")) {
            isNamed(type);
        }
        assertThat(manifest.at("/preview/width").isInt()).isTrue();
        assertThat(manifest.at("/preview/height").isInt()).isTrue();
        for (String template : List.of("/view/url", "/preview/url")) {
            String address = manifest.at(template).asString();
            assertThat(address).contains("{{id}}");
            HttpResponse<String> answer = service().get(path(address.replace("{{id}}", "case%2Fmanfield")));
            assertThat(answer.statusCode()).isEqualTo(303);
            String target = answer.headers().firstValue("Location").orElseThrow();
            assertThat(service().get(path(target), "Accept", "text/html").statusCode())
                    .isEqualTo(200);
        }
        for (String kind : List.of("entity", "type", "property")) {
            JsonNode suggest = manifest.at("/suggest/" + kind);
            assertThat(service()
                            .json(path(suggest.get("service_url").asString()
                                    + suggest.get("service_path").asString() + "?prefix=c"))
                            .get("result")
                            .isArray())
                    .isTrue();
            assertThat(suggest.get("flyout_service_path").asString()).contains("${id}");
        }
        JsonNode propose = manifest.at("/extend/propose_properties");
        JsonNode proposed = service()
                .json(path(propose.get("service_url").asString()
                        + propose.get("service_path").asString() + "?type=Case&limit=5"));
        assertThat(proposed.get("type").asString()).isEqualTo("Case");
        assertThat(proposed.get("properties")).hasSize(5).allSatisfy(ReconcileControllerTest::isNamed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Uber | organisation/uber",
                "keylogging | technique/keylogging",
                "technique/keylogging | technique/keylogging",
                "https://w3id.org/werkgraaf/id/case/manfield | case/manfield",
                "GDPR | instrument/gdpr",
                "Algemene verordening gegevensbescherming | instrument/gdpr",
                "61496/08 | case/barbulescu",
                "ECLI:NL:RBAMS:2019:6005 | case/manfield"
            })
    void matchesWhatIsNamedWithoutDoubt(String name, String id) {
        JsonNode first =
                batch("/reconcile", "{\"q0\":{\"query\":\"" + name + "\"}}").at("/q0/result/0");
        assertThat(first.get("id").asString()).isEqualTo(id);
        assertThat(first.get("match").asBoolean()).isTrue();
    }

    @Test
    void answersABatchQueryByQueryBestFirst() {
        JsonNode answers = batch("/reconcile/nl", """
                {"q0":{"query":"camera","type":"Technique","limit":3},
                 "q1":{"query":"camera","type":["https://w3id.org/werkgraaf/ontology#Case"],"type_strict":"should"},
                 "q2":{"query":"zzqqxxyy"},
                 "q3":{"properties":[{"pid":"ecli","v":"ECLI:NL:RBAMS:2019:6005"}]},
                 "q4":{"query":"camera","properties":[{"pid":"jurisdiction","v":[{"id":"jurisdiction/be"},"x",1,true]}]}}""");
        assertThat(answers.propertyNames()).containsExactly("q0", "q1", "q2", "q3", "q4");
        for (JsonNode answer : answers) {
            double before = 100;
            for (JsonNode candidate : answer.get("result")) {
                isNamed(candidate);
                assertThat(candidate.get("score").isNumber()).isTrue();
                assertThat(candidate.get("score").asDouble()).isBetween(0.0, before);
                assertThat(candidate.get("match").isBoolean()).isTrue();
                assertThat(candidate.get("type")).allSatisfy(ReconcileControllerTest::isNamed);
                assertThat(candidate.get("features")).allSatisfy(feature -> {
                    assertThat(feature.get("id").isString()).isTrue();
                    assertThat(feature.get("value").isNumber()).isTrue();
                });
                before = candidate.get("score").asDouble();
            }
        }
        assertThat(answers.at("/q0/result")).hasSize(3);
        assertThat(types(answers.at("/q0/result"))).containsExactly("Technique");
        assertThat(types(answers.at("/q1/result"))).containsExactly("Case");
        assertThat(answers.at("/q2/result")).isEmpty();
        assertThat(answers.at("/q3/result/0/id").asString()).isEqualTo("case/manfield");
        assertThat(answers.at("/q4/result")).isNotEmpty();
    }

    @Test
    void aBatchMayStandInTheAddressToo() {
        String batch = URLEncoder.encode("{\"q0\":{\"query\":\"Uber\"}}", StandardCharsets.UTF_8);
        assertThat(service()
                        .json("/reconcile?queries=" + batch)
                        .at("/q0/result/0/id")
                        .asString())
                .isEqualTo("organisation/uber");
    }

    @Test
    void extendsWithTypedValues() {
        JsonNode answer = form("/reconcile/fr", "extend", """
                {"ids":["case/manfield","case/no-such","nonsense"],
                 "properties":[{"id":"decidedOn"},{"id":"decidedBy"},{"id":"ecli"},{"id":"^step"},{"id":"nope","settings":{}}]}""");
        assertThat(answer.get("meta")).hasSize(5).allSatisfy(ReconcileControllerTest::isNamed);
        assertThat(answer.get("rows").propertyNames()).containsExactly("case/manfield", "case/no-such", "nonsense");
        JsonNode manfield = answer.at("/rows").get("case/manfield");
        assertThat(manfield.at("/decidedOn/0/date").asString()).isEqualTo("2019-08-12T00:00:00Z");
        assertThat(manfield.at("/decidedBy/0/id").asString()).isEqualTo("authority/rechtbank-amsterdam");
        assertThat(manfield.at("/ecli/0/str").asString()).isEqualTo("ECLI:NL:RBAMS:2019:6005");
        assertThat(manfield.at("/nope")).isEmpty();
        assertThat(answer.at("/rows").get("case/no-such").at("/decidedOn")).isEmpty();
    }

    @Test
    void everyProposedPropertyHasValuesOfTheKindsThatThereAre() {
        List<String> properties = service()
                .json("/reconcile/en/properties?type=Case")
                .get("properties")
                .valueStream()
                .map(each -> "{\"id\":\"" + each.get("id").asString() + "\"}")
                .limit(30)
                .toList();
        JsonNode row = form(
                        "/reconcile/en",
                        "extend",
                        "{\"ids\":[\"case/cnil-amazon-france-logistique\"],\"properties\":["
                                + String.join(",", properties) + "]}")
                .at("/rows")
                .get("case/cnil-amazon-france-logistique");
        int values = 0;
        for (JsonNode column : row) {
            for (JsonNode value : column) {
                values++;
                Set<String> fields = Set.copyOf(value.propertyNames());
                assertThat(fields)
                        .isIn(Set.of("id", "name"), Set.of("str"), Set.of("float"), Set.of("int"), Set.of("date"));
                if (value.has("date")) {
                    assertThat(value.get("date").asString()).matches(DATE);
                }
            }
        }
        assertThat(values).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "null",
                "{\"q0\":{}}",
                "{\"q0\":{\"query\":\"\"}}",
                "{\"q0\":{\"query\":\"a\",\"limit\":0}}"
            })
    void refusesWhatIsNoBatch(String batch) {
        HttpResponse<String> answer = service().post("/reconcile", FORM, "queries=" + encoded(batch));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Service.json(answer).get("detail").asString()).isNotBlank();
    }

    @Test
    void refusesMoreAtOnceThanIsTaken() {
        String queries = IntStream.range(0, 51)
                .mapToObj(i -> "\"q" + i + "\":{\"query\":\"a\"}")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(service()
                        .post("/reconcile", FORM, "queries=" + encoded(queries))
                        .statusCode())
                .isEqualTo(413);
        String ids =
                IntStream.range(0, 101).mapToObj(i -> "\"x/" + i + "\"").collect(Collectors.joining(",", "[", "]"));
        assertThat(service()
                        .post("/reconcile", FORM, "extend=" + encoded("{\"ids\":" + ids + ",\"properties\":[]}"))
                        .statusCode())
                .isEqualTo(413);
        String properties = IntStream.range(0, 31)
                .mapToObj(i -> "{\"id\":\"p" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(service()
                        .post("/reconcile", FORM, "extend=" + encoded("{\"ids\":[],\"properties\":" + properties + "}"))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void suggestsByBeginningAndById() {
        JsonNode typed =
                service().json("/reconcile/en/suggest/entity?prefix=keyl").get("result");
        assertThat(typed).isNotEmpty().allSatisfy(ReconcileControllerTest::isNamed);
        assertThat(typed.valueStream().map(each -> each.get("id").asString())).contains("technique/keylogging");
        assertThat(service()
                        .json("/reconcile/en/suggest/entity?prefix=technique%2Fkeylogging")
                        .at("/result/0/id")
                        .asString())
                .isEqualTo("technique/keylogging");
        JsonNode more = service()
                .json("/reconcile/en/suggest/property?prefix=&cursor=10")
                .get("result");
        assertThat(more.get(0))
                .isNotEqualTo(
                        service().json("/reconcile/en/suggest/property?prefix=").at("/result/0"));
        assertThat(service()
                        .json("/reconcile/en/flyout/entity?id=case%2Fmanfield")
                        .get("html")
                        .asString())
                .contains("Manfield");
        assertThat(service().get("/reconcile/en/suggest/nothing?prefix=a").statusCode())
                .isEqualTo(404);
        assertThat(service().get("/reconcile/de").statusCode()).isEqualTo(404);
    }

    private static Set<String> types(JsonNode candidates) {
        return candidates
                .valueStream()
                .map(each -> each.at("/type/0/id").asString())
                .collect(Collectors.toSet());
    }

    private static void isNamed(JsonNode each) {
        assertThat(each.get("id").asString()).isNotBlank();
        assertThat(each.get("name").asString()).isNotBlank();
    }

    private JsonNode batch(String path, String queries) {
        return form(path, "queries", queries);
    }

    private JsonNode form(String path, String field, String json) {
        HttpResponse<String> answer = service().post(path, FORM, field + "=" + encoded(json), "Accept", "*/*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Service.json(answer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }

    private Service service() {
        return new Service(port);
    }
}
