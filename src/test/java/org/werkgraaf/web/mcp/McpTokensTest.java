package org.werkgraaf.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.vocabulary.Languages;
import tools.jackson.databind.json.JsonMapper;

/** How much an assistant has to read, counted in tokens of the encoding o200k. */
@PackagedServiceTest
class McpTokensTest {
    private static final Encoding TOKENS =
            Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MEDIAN_MAX = 800;
    private static final int RESULT_MAX = 2000;
    private static final int TOOLS_MAX = 6000;

    private static final String CASES = """
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            SELECT ?case ?label ?date { ?case a wg:Case ; skos:prefLabel ?label ; wg:decidedOn ?date
              FILTER(LANG(?label) = "en") } ORDER BY DESC(?date) ?case""";

    @LocalServerPort
    private int port;

    @Test
    void resultsAreShort() {
        List<Integer> tokens = new ArrayList<>();
        List<String> told = new ArrayList<>();
        try (McpSyncClient client = McpClients.http(port)) {
            for (Object[] call : calls()) {
                CallToolResult result = McpClients.call(client, (String) call[0], arguments(call));
                assertThat(result.isError()).as(List.of(call).toString()).isFalse();
                int count = TOKENS.countTokens(
                        JSON.writeValueAsString(result.structuredContent()) + McpClients.text(result));
                tokens.add(count);
                told.add(count + " " + List.of(call));
            }
        }
        told.forEach(System.out::println);
        List<Integer> sorted = tokens.stream().sorted().toList();
        System.out.println("Median " + sorted.get(sorted.size() / 2) + ", most " + sorted.get(sorted.size() - 1)
                + " tokens in " + sorted.size() + " results");
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MEDIAN_MAX);
        assertThat(sorted.get(sorted.size() - 1)).isLessThanOrEqualTo(RESULT_MAX);
    }

    @Test
    void theToolsThemselvesAreShort() {
        try (McpSyncClient client = McpClients.http(port)) {
            int count = TOKENS.countTokens(
                    JSON.writeValueAsString(client.listTools().tools()) + client.getServerInstructions());
            System.out.println("Tools and instructions: " + count + " tokens");
            assertThat(count).isLessThanOrEqualTo(TOOLS_MAX);
        }
    }

    /** What stands behind the name of the tool. */
    static Object[] arguments(Object[] call) {
        return java.util.Arrays.copyOfRange(call, 1, call.length);
    }

    /** Calls of all tools, each with its name first. */
    static List<Object[]> calls() {
        List<Object[]> calls = new ArrayList<>();
        for (String lang : Languages.ALL) {
            for (String words : List.of("fingerprint", "keylogging", "Amazon", "AVG", "emotion recognition")) {
                calls.add(new Object[] {"search", "q", words, "lang", lang});
            }
            for (String id : List.of(
                    "instrument/gdpr",
                    "instrument/ai-act",
                    "case/cnil-amazon-france-logistique",
                    "technique/keylogging",
                    "risk/work-stress",
                    "provision/gdpr-art-22")) {
                calls.add(new Object[] {"describe", "id", id, "lang", lang});
            }
            for (String technique : List.of("keylogging", "camera-surveillance", "emotion-recognition")) {
                calls.add(new Object[] {"check", "technique", technique, "jurisdiction", "nl", "lang", lang});
                calls.add(new Object[] {"check", "technique", technique, "jurisdiction", "be", "lang", lang});
            }
            calls.add(new Object[] {"question", "about", "fines", "lang", lang});
            calls.add(new Object[] {"question", "name", "fines-by-year", "lang", lang});
            calls.add(new Object[] {"question", "name", "highest-amounts", "lang", lang});
            calls.add(new Object[] {"cite", "id", "case/manfield", "lang", lang});
            calls.add(new Object[] {"sparql", "query", CASES, "lang", lang});
        }
        return calls;
    }
}
