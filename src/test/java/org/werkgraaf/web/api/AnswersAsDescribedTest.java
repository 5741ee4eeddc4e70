package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** Each operation that reads is called as the description says, and what comes back is what the description says. */
@PackagedServiceTest
class AnswersAsDescribedTest {
    private static final String HERE = "https://werkgraaf.example/openapi.json";
    /** Values for what has no example in the description. */
    private static final Map<String, String> VALUES = Map.of(
            "q", "keylogging",
            "technique", "technique/keylogging",
            "jurisdiction", "jurisdiction/nl",
            "b.jurisdiction", "jurisdiction/fr",
            "relation", "");

    /** Not answered by a service that nobody curates; {@code ProposalApiTest} and {@code ReviewTest} hold the answers of one that is. */
    private static final List<String> CURATED = List.of("/proposals", "/admin/drafts");

    @LocalServerPort
    private int port;

    @Test
    void answersHoldWhatIsDescribed() {
        Service service = new Service(port);
        String text = service.get("/openapi.json").body();
        JsonNode openapi = service.json("/openapi.json");
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(HERE, text)));
        List<String> wrong = new ArrayList<>();
        int called = 0;
        for (Map.Entry<String, JsonNode> path : openapi.get("paths").properties()) {
            JsonNode operation = path.getValue().path("get");
            JsonNode answers = operation.path("responses");
            if (operation.isMissingNode()
                    || answers.path("200").isMissingNode()
                    || CURATED.stream().anyMatch(path.getKey()::contains)) {
                continue;
            }
            called++;
            String address = address(path.getKey(), operation);
            HttpResponse<String> answer = service.get(address, "Accept", "application/json");
            // On a busy machine a question may meet its limit of time.
            for (int again = 0; again < 3 && answer.statusCode() == 503; again++) {
                answer = service.get(address, "Accept", "application/json");
            }
            if (answer.statusCode() != 200) {
                wrong.add(address + " " + answer.statusCode() + " " + answer.body());
                continue;
            }
            JsonNode json = Service.json(answer);
            schema(answers, "200", schemas).validate(json).stream()
                    .limit(5)
                    .map(error -> address + " " + told(error))
                    .forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
        assertThat(called).isGreaterThan(70);
    }

    @Test
    void refusalsHoldWhatIsDescribed() {
        Service service = new Service(port);
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(
                        Map.of(HERE, service.get("/openapi.json").body())));
        Schema problem = schemas.getSchema(SchemaLocation.of(HERE + "#/components/schemas/ProblemDetail"));
        for (String address : List.of(
                "/api/v1/search?size=0", "/api/v1/entities/technique/none", "/api/v1/questions/fines-by-year?page=x")) {
            HttpResponse<String> answer = service.get(address);
            assertThat(answer.statusCode()).isBetween(400, 404);
            assertThat(problem.validate(Service.json(answer))).isEmpty();
        }
    }

    /** The schema of an answer in JSON, by its name or as it stands there. */
    private static Schema schema(JsonNode answers, String status, SchemaRegistry schemas) {
        JsonNode content = answers.get(status).get("content");
        JsonNode body = content.has("application/json")
                ? content.get("application/json")
                : content.iterator().next();
        String reference = body.get("schema").path("$ref").asString("");
        return reference.isEmpty()
                ? schemas.getSchema(body.get("schema"))
                : schemas.getSchema(SchemaLocation.of(HERE + reference));
    }

    private static String address(String path, JsonNode operation) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.get("name").asString();
            if (!parameter.path("required").asBoolean() && !VALUES.containsKey(name)) {
                continue;
            }
            String value = value(parameter);
            if (parameter.get("in").asString().equals("path")) {
                address = address.replace("{" + name + "}", value);
            } else if (!value.isEmpty()) {
                query.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return address + (query.isEmpty() ? "" : query.stream().collect(Collectors.joining("&", "?", "")));
    }

    private static String value(JsonNode parameter) {
        for (JsonNode given : List.of(
                parameter.path("example"),
                parameter.path("schema").path("example"),
                parameter.path("schema").path("enum").path(0))) {
            if (!given.isMissingNode()) {
                return given.asString();
            }
        }
        return VALUES.getOrDefault(parameter.get("name").asString(), "");
    }

    private static String told(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }
}
