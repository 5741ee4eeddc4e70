package org.werkgraaf.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every result is what the schema of its tool says, and has in it what makes it fit to be told on. */
@PackagedServiceTest
class McpSchemasTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EMPTY_CELLS =
            "SELECT ?s ?no WHERE { ?s a ?c OPTIONAL { ?s <https://w3id.org/werkgraaf/ontology#none> ?no } } LIMIT 3";

    private final DefaultJsonSchemaValidator validator =
            new DefaultJsonSchemaValidator(JsonMapper.builder().build());

    @LocalServerPort
    private int port;

    @Test
    void everyResultFitsTheSchemaOfItsTool() {
        Set<String> tools = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        try (McpSyncClient client = McpClients.http(port)) {
            Map<String, McpSchema.Tool> byName = client.listTools().tools().stream()
                    .collect(Collectors.toMap(McpSchema.Tool::name, Function.identity()));
            for (Object[] call : calls()) {
                String tool = (String) call[0];
                tools.add(tool);
                CallToolResult result = McpClients.call(client, tool, McpTokensTest.arguments(call));
                Object structured = result.structuredContent();
                ValidationResponse fits = structured == null
                        ? ValidationResponse.asInvalid(McpClients.text(result))
                        : validator.validate(byName.get(tool).outputSchema(), structured);
                if (!fits.valid()) {
                    wrong.add(List.of(call) + ": " + fits.errorMessage());
                }
                String problem = problem(JSON.valueToTree(structured));
                if (!problem.isEmpty()) {
                    wrong.add(List.of(call) + ": " + problem);
                }
            }
            assertThat(tools).isEqualTo(byName.keySet());
        }
        assertThat(wrong).isEmpty();
    }

    /** What a result must say: its release, whether it is whole, and else how to get the rest; of each thing its id and label. */
    private static String problem(JsonNode result) {
        if (!result.path("release").isString() || !result.path("complete").isBoolean()) {
            return "without release or complete";
        }
        if (result.get("complete").asBoolean() == result.has("rest")) {
            return "complete is " + result.get("complete") + " and rest " + result.path("rest");
        }
        for (JsonNode hit : result.path("hits")) {
            if (hit.path("id").asString("").isEmpty()
                    || hit.path("label").asString("").isEmpty()) {
                return "a hit without id or label";
            }
        }
        int places = result.path("places").size();
        for (JsonNode fact : result.path("facts")) {
            for (JsonNode value : fact.get("values")) {
                for (JsonNode said : value.path("said")) {
                    if (said.asInt() < 1 || said.asInt() > places) {
                        return "place " + said + " of " + places;
                    }
                }
            }
        }
        return "";
    }

    private static List<Object[]> calls() {
        List<Object[]> calls = new ArrayList<>(McpTokensTest.calls());
        calls.add(new Object[] {"search", "q", "Manfield", "type", null, "cursor", null});
        calls.add(new Object[] {"search"});
        calls.add(new Object[] {"search", "q", "xyzzyplugh"});
        calls.add(new Object[] {"search", "q", "CNIL", "asOf", "2024-01-01", "sort", "-date", "size", 25});
        for (String id : List.of(
                "statistic/esener-2019-pace",
                "passage/de-onzichtbare-manager-l30a",
                "source/werken-op-waarde-geschat",
                "prohibition/emotion-recognition-at-work",
                "applicability/ai-act-high-risk-new",
                "jurisdiction/eu",
                "case/ap-uber-automated-decisions",
                "recommendation/employer-reporting-duty")) {
            calls.add(new Object[] {"describe", "id", id});
            calls.add(new Object[] {"cite", "id", id});
        }
        calls.add(new Object[] {"describe", "id", "jurisdiction/eu", "relation", "mentionedIn", "page", 2, "size", 50});
        calls.add(new Object[] {"describe", "id", "technique/keylogging", "relation", "^concerns", "page", 900});
        for (String part : List.of("forbidden", "before", "depends", "coming", "not")) {
            calls.add(new Object[] {"check", "technique", "emotion-recognition", "jurisdiction", "be", "part", part});
        }
        calls.add(new Object[] {"question", "about", "nothing of the kind xyzzy"});
        calls.add(
                new Object[] {"question", "name", "applies-on", "parameters", Map.of("date", "2026-12-02"), "page", 2});
        calls.add(new Object[] {"sparql", "query", "ASK {}"});
        calls.add(new Object[] {"sparql", "query", EMPTY_CELLS});
        calls.add(new Object[] {"sparql", "query", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 30"});
        calls.add(new Object[] {"sparql", "query", "SELECT * { ?s ?p ?o } LIMIT 100"});
        return calls;
    }
}
