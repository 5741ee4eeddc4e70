package org.werkgraaf.web.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** What OpenRefine sends from its page and from its server, with its defaults, each answer held against a schema of the 0.2 interface. */
@PackagedServiceTest
class OpenRefineTest {
    private static final String HERE = "https://werkgraaf.example/reconcile";
    /** What jQuery sends from a page that OpenRefine serves. */
    private static final String[] PAGE = {
        "Accept", "application/json, text/javascript, */*; q=0.01", "Origin", "http://127.0.0.1:3333"
    };

    @LocalServerPort
    private int port;

    private Service service;
    private SchemaRegistry schemas;
    private JsonNode manifest;

    @BeforeEach
    void register() throws IOException {
        service = new Service(port);
        String text = Files.readString(Path.of("src/test/resources/reconcile/answers.schema.json"));
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(HERE, text)));
        manifest = held("manifest", service.get("/reconcile/en", PAGE));
    }

    /** It first guesses the type of a column by ten of its values. */
    @Test
    void guessesTheTypeOfAColumn() {
        JsonNode found = held(
                "results",
                form(
                        "queries",
                        "{\"q0\":{\"query\":\"Uber\",\"limit\":3},\"q1\":{\"query\":\"Deliveroo\",\"limit\":3},"
                                + "\"q2\":{\"query\":\"\\u00a0Amazon \",\"limit\":3}}"));
        for (String query : List.of("q0", "q1", "q2")) {
            assertThat(found.at("/" + query + "/result/0/type/0/id").asString()).isEqualTo("Organisation");
        }
    }

    /** Then it sends the column in batches, with the type that was chosen and other columns as properties. */
    @Test
    void reconcilesAColumn() {
        JsonNode found = held(
                "results",
                form(
                        "queries",
                        "{\"q0\":{\"query\":\"keylogging\",\"type\":\"Technique\",\"type_strict\":\"should\"},"
                                + "\"q1\":{\"query\":\"Manfield\",\"type\":\"Case\",\"type_strict\":\"should\","
                                + "\"properties\":[{\"pid\":\"decidedBy\",\"v\":\"Rechtbank Amsterdam\"}]},"
                                + "\"q2\":{\"query\":\"zzzzqqqq\",\"type\":\"Case\",\"type_strict\":\"should\"}}"));
        assertThat(found.at("/q0/result/0/id").asString()).isEqualTo("technique/keylogging");
        assertThat(found.at("/q0/result/0/match").asBoolean()).isTrue();
        assertThat(found.at("/q1/result/0/id").asString()).isEqualTo("case/manfield");
        assertThat(found.at("/q2/result").size()).isZero();
    }

    @Test
    void suggestsWhereAReaderTypes() {
        for (String kind : List.of("entity", "type", "property")) {
            JsonNode part = manifest.at("/suggest/" + kind);
            String address = path(part.get("service_url").asString()
                    + part.get("service_path").asString());
            JsonNode suggested =
                    held("suggestions", service.get(address + "?prefix=ca&type=Case&type_strict=any", PAGE));
            String flyout = path(part.get("flyout_service_url").asString()
                    + part.get("flyout_service_path")
                            .asString()
                            .replace(
                                    "${id}", encode(suggested.at("/result/0/id").asString())));
            held("flyout", service.get(flyout, PAGE));
        }
    }

    /** It asks which properties a type has, and then for their values as new columns. */
    @Test
    void addsColumnsFromReconciledValues() {
        JsonNode part = manifest.at("/extend/propose_properties");
        String address = path(
                part.get("service_url").asString() + part.get("service_path").asString());
        held("proposals", service.get(address + "?type=Case&limit=30", PAGE));
        JsonNode extension = held(
                "extension",
                form(
                        "extend",
                        "{\"ids\":[\"case/manfield\",\"case/no-such-case\"],"
                                + "\"properties\":[{\"id\":\"decidedOn\"},{\"id\":\"decidedBy\",\"settings\":{}}]}"));
        assertThat(extension.at("/meta/1/name").asString()).isNotBlank();
        JsonNode row = extension.get("rows").get("case/manfield");
        assertThat(row.at("/decidedOn/0/date").asString()).isEqualTo("2019-08-12T00:00:00Z");
        assertThat(row.at("/decidedBy/0/id").asString()).isEqualTo("authority/rechtbank-amsterdam");
    }

    /** Its server sends forms without naming their character set. */
    private HttpResponse<String> form(String name, String json) {
        return service.post(
                path(manifest.at("/suggest/entity/service_url").asString()),
                "application/x-www-form-urlencoded",
                name + "=" + encode(json),
                "Origin",
                "http://127.0.0.1:3333");
    }

    private JsonNode held(String schema, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        JsonNode json = Service.json(answer);
        assertThat(schemas.getSchema(SchemaLocation.of(HERE + "#/$defs/" + schema))
                        .validate(json))
                .as(answer.body())
                .isEmpty();
        return json;
    }

    private String path(String address) {
        return address.replace("http://localhost:" + port, "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
