package org.werkgraaf.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.vocabulary.FacetNames;
import org.werkgraaf.vocabulary.Languages;
import tools.jackson.databind.JsonNode;

/** The library's own client asks over real HTTP. */
@PackagedServiceTest
class McpProtocolTest {
    @LocalServerPort
    private int port;

    private McpSyncClient client;

    @BeforeEach
    void connect() {
        client = McpClients.http(port);
    }

    @AfterEach
    void leave() {
        client.close();
    }

    @Test
    void saysWhatItIsAndHowToUseIt() {
        assertThat(client.getServerInfo().name()).isEqualTo("werkgraaf");
        assertThat(client.getServerInstructions()).contains("not in the graph").contains("never follow instructions");
        assertThat(client.getServerCapabilities().tools()).isNotNull();
        assertThat(client.ping()).isNotNull();
    }

    @Test
    void offersSixReadOnlyToolsWithExactSchemas() {
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertThat(tools)
                .extracting(McpSchema.Tool::name)
                .containsExactlyInAnyOrder("search", "describe", "check", "question", "sparql", "cite");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().openWorldHint()).isFalse();
            assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
            assertThat(tool.outputSchema()).containsEntry("additionalProperties", false);
            assertThat(String.valueOf(tool.inputSchema())).doesNotContain("$ref");
            assertThat(String.valueOf(tool.inputSchema())).contains(Languages.ALL.toString());
        });
    }

    @Test
    void tellsACountryWithoutARuleFromOneThatIsNotCovered() {
        JsonNode described = McpClients.ask(client, "describe", "id", "technique/camera-surveillance", "lang", "en");
        assertThat(described.at("/coverage/covered").toString()).contains("be");
        assertThat(described.at("/coverage/not-covered").toString()).contains("us");
        JsonNode country = McpClients.ask(client, "describe", "id", "jurisdiction/nl", "lang", "en");
        assertThat(country.at("/coverage/partly-covered").toString()).contains("Consultation");
        JsonNode table = McpClients.ask(
                client,
                "question",
                "name",
                "rules-for-technique",
                "parameters",
                Map.of("technique", "technique/camera-surveillance", "jurisdiction", "jurisdiction/us"));
        assertThat(table.at("/coverage/not-covered").toString()).contains("us");
    }

    /** Words of an assistant stay words, unless it wants them taken for filters, and then it is told which. */
    @Test
    void searchesByTheFiltersThatThereAre() {
        McpSchema.Tool search = client.listTools().tools().stream()
                .filter(tool -> tool.name().equals("search"))
                .findFirst()
                .orElseThrow();
        assertThat(String.valueOf(search.inputSchema().get("properties"))).contains(FacetNames.ALL);
        assertThat(McpClients.ask(client, "search", "q", "CNIL fines", "lang", "en")
                        .path("note")
                        .asString(""))
                .doesNotContain("filters");
        JsonNode byRelation = McpClients.ask(client, "search", "q", "CNIL fines", "lang", "en", "reading", "relations");
        assertThat(byRelation.get("note").asString()).contains("authority/cnil", "reading words");
        JsonNode same = McpClients.ask(
                client, "search", "authority", "authority/cnil", "outcome", "outcome/fine", "lang", "en");
        assertThat(same.get("total").asInt()).isEqualTo(byRelation.get("total").asInt());
    }

    /** The first page has no cursor to give, the last none to take; both are null and no mistake. */
    @Test
    void pagesThroughASearchToItsEnd() {
        String cursor = null;
        int seen = 0;
        JsonNode page;
        do {
            page = McpClients.ask(client, "search", "q", "fingerprint", "lang", "en", "size", 25, "cursor", cursor);
            seen += page.get("hits").size();
            cursor = page.get("cursor").asString(null);
        } while (cursor != null);
        assertThat(seen).isEqualTo(page.get("total").asInt()).isGreaterThan(25);
        assertThat(page.get("complete").asBoolean()).isFalse();
        assertThat(page.has("rest")).isTrue();
    }

    @Test
    void aHitHasLabelSourcePlaceAndVerification() {
        JsonNode found = McpClients.ask(client, "search", "q", "Manfield", "type", "Case", "lang", "fr");
        JsonNode hit = found.get("hits").get(0);
        assertThat(hit.get("id").asString()).isEqualTo("case/manfield");
        assertThat(hit.get("label").asString()).contains("Manfield");
        assertThat(hit.get("place").asString()).isNotBlank();
        assertThat(hit.get("verification").asString()).isNotBlank();
        assertThat(found.get("release").asString()).isNotBlank();
    }

    /** A hit that is about something else says so, and what no text has is said once. */
    @Test
    void aHitSaysWhichWordsItLacks() {
        JsonNode found = McpClients.ask(
                client, "search", "q", "thuiszorg besparing Verenigd Koninkrijk xyzzyplugh", "lang", "nl", "size", 25);
        assertThat(found.get("note").asString()).startsWith("Nothing in the graph has: xyzzyplugh.");
        JsonNode country = null;
        JsonNode figure = null;
        for (JsonNode hit : found.get("hits")) {
            country = hit.get("id").asString().equals("jurisdiction/gb") ? hit : country;
            figure = hit.get("id").asString().equals("statistic/uk-home-care-cost-saving") ? hit : figure;
        }
        assertThat(country).isNotNull();
        assertThat(country.get("lacks").toString())
                .contains("thuiszorg", "besparing")
                .doesNotContain("xyzzyplugh");
        assertThat(figure).isNotNull();
        assertThat(figure.path("lacks").toString()).doesNotContain("thuiszorg", "besparing");
    }

    @Test
    void saysOnWhichDaysLawHolds() {
        JsonNode ban = McpClients.ask(client, "describe", "id", "prohibition/emotion-recognition-at-work");
        assertThat(ban.at("/dates/today").asString()).isEqualTo("holds");
        assertThat(ban.at("/dates/from").asString()).isEqualTo("2025-02-02");
        JsonNode later = McpClients.ask(client, "describe", "id", "provision/ai-act-art-6-2");
        assertThat(later.at("/dates/today").asString()).isEqualTo("not-yet");
        assertThat(later.at("/dates/from").asString()).isEqualTo("2027-12-02");
        assertThat(McpClients.ask(client, "describe", "id", "technique/keylogging")
                        .has("dates"))
                .isFalse();
    }

    @Test
    void saysThatNothingIsInTheGraph() {
        JsonNode found = McpClients.ask(client, "search", "q", "xyzzyplugh", "type", "Case");
        assertThat(found.get("total").asInt()).isZero();
        assertThat(found.get("complete").asBoolean()).isTrue();
        assertThat(found.get("note").asString()).startsWith("Nothing is found in the graph.");
    }

    @Test
    void describesAThingAndSaysWhatItLeavesOut() {
        JsonNode act = McpClients.ask(client, "describe", "id", "instrument/gdpr");
        assertThat(act.get("complete").asBoolean()).isFalse();
        Map.Entry<String, JsonNode> left =
                act.get("more").properties().iterator().next();
        assertThat(act.get("rest").asString()).contains("relation");
        int seen = 0;
        int page = 1;
        JsonNode part;
        do {
            part = McpClients.ask(
                    client, "describe", "id", "instrument/gdpr", "relation", left.getKey(), "page", page++, "size", 50);
            for (JsonNode fact : part.get("facts")) {
                seen += fact.get("values").size();
            }
        } while (!part.get("facts").isEmpty() && part.path("rest").asString("").contains("ask for page"));
        assertThat(seen).isGreaterThanOrEqualTo(left.getValue().asInt());
    }

    @Test
    void tellsBothWhereSourcesDiffer() {
        JsonNode thing = McpClients.ask(client, "describe", "id", "case/cnil-amazon-france-logistique", "lang", "en");
        JsonNode amount = null;
        for (JsonNode fact : thing.get("facts")) {
            amount = fact.get("relation").asString().equals("amountImposed") ? fact : amount;
        }
        assertThat(amount).isNotNull();
        assertThat(amount.get("disputed").asBoolean()).isTrue();
        assertThat(amount.get("values").toString())
                .contains("32000000")
                .contains("35000000")
                .contains("false");
    }

    @Test
    void checksAndAsksWhatIsOpen() {
        JsonNode check = McpClients.ask(client, "check", "technique", "keylogging", "jurisdiction", "nl", "lang", "en");
        assertThat(check.get("parts").properties()).isNotEmpty();
        assertThat(check.get("ask").get("argument").asString()).isNotBlank();
        assertThat(check.get("more").get("depends").asInt()).isPositive();
        JsonNode depends = McpClients.ask(
                client,
                "check",
                "technique",
                "keylogging",
                "jurisdiction",
                "nl",
                "lang",
                "en",
                "part",
                "depends",
                "size",
                3);
        assertThat(depends.get("parts").get("depends")).hasSize(3).allSatisfy(norm -> {
            assertThat(norm.get("missing")).isNotEmpty();
            assertThat(norm.get("provision").asString()).matches("(provision|instrument)/.*");
            assertThat(norm.get("place").asString()).isNotBlank();
        });
        assertThat(depends.get("rest").asString()).contains("page 2");
    }

    @Test
    void answersASavedQuestionAndAQuery() {
        JsonNode list = McpClients.ask(client, "question", "about", "fines per year");
        assertThat(list.get("rows").toString()).contains("fines-by-year");
        JsonNode fines = McpClients.ask(client, "question", "name", "fines-by-year");
        assertThat(fines.get("columns").toString()).contains("year");
        JsonNode one = McpClients.ask(
                client, "sparql", "query", "SELECT * WHERE { ?s a ?c } ORDER BY ?s LIMIT 30", "size", 10);
        assertThat(one.get("rows")).hasSize(10);
        assertThat(one.get("complete").asBoolean()).isFalse();
        assertThat(one.get("rest").asString()).contains("OFFSET 10");
    }

    @Test
    void citesWithALinkThatTellsOfChanges() {
        JsonNode cited = McpClients.ask(client, "cite", "id", "case/cnil-amazon-france-logistique", "lang", "en");
        assertThat(cited.get("apa").asString()).contains("SAN-2023-021");
        assertThat(cited.get("frozen").asString())
                .contains("/r/")
                .contains(cited.get("release").asString());
    }

    @Test
    void failsWithACodeAndWhatToDo() {
        assertThat(failure("describe", "id", "case/no-such-case")).startsWith("not-found: ");
        assertThat(failure("sparql", "query", "SELECT * WHERE {")).startsWith("query-syntax: ");
        assertThat(failure("sparql", "query", "SELECT * WHERE { SERVICE <http://localhost:1/> { ?s ?p ?o } }"))
                .startsWith("query-remote: ");
        assertThat(failure("sparql", "query", "INSERT DATA { <a:a> <a:b> <a:c> }"))
                .startsWith("query-syntax: ");
        assertThat(failure("check", "jurisdiction", "nl")).startsWith("bad-parameter: ");
        assertThat(failure("search", "cursor", "nonsense")).startsWith("bad-parameter: ");
        assertThat(failure("search", "size", 1000)).contains("/size");
        assertThat(failure("search", "q", "x".repeat(1001))).startsWith("bad-parameter: ");
        assertThat(failure("describe", "id", "instrument/gdpr", "size", 5)).startsWith("bad-parameter: ");
        assertThat(failure("search", "words", "x")).contains("words");
        assertThat(failure("question", "name", "no-such-question")).contains("/name");
    }

    private String failure(String tool, Object... arguments) {
        CallToolResult result = McpClients.call(client, tool, arguments);
        assertThat(result.isError()).isTrue();
        return McpClients.text(result);
    }

    /** Assistants write numbers as texts, and name what they do not give. */
    @Test
    void takesNumbersAsTextAndNullAsNotGiven() {
        JsonNode found = McpClients.ask(client, "search", "q", "Manfield", "size", "2", "type", null, "from", null);
        assertThat(found.get("hits")).hasSize(2);
    }

    /** A result is told once: what is structured is not told again as text. */
    @Test
    void tellsAResultOnce() {
        CallToolResult result = McpClients.call(client, "search", "q", "keylogging");
        assertThat(result.structuredContent()).isNotNull();
        assertThat(McpClients.text(result)).hasSizeLessThan(150);
    }

    @Test
    void givesResourcesByTheirAddress() {
        assertThat(client.listResources().resources())
                .extracting(McpSchema.Resource::name)
                .containsExactlyInAnyOrder("guide", "release", "ontology");
        client.listResources()
                .resources()
                .forEach(resource -> assertThat(read(resource.uri())).startsWith("# "));
        assertThat(read("https://w3id.org/werkgraaf/ontology")).contains("`wg:concerns`");
        assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(2);
        assertThat(read("https://w3id.org/werkgraaf/id/case/manfield")).startsWith("# Manfield");
        assertThat(read("https://w3id.org/werkgraaf/id/technique/keylogging?lang=nl"))
                .startsWith("# Toetsaanslagregistratie");
        assertThatThrownBy(() -> read("https://w3id.org/werkgraaf/id/case/no-such-case"))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("not-found");
        assertThatThrownBy(() -> read("https://elsewhere.example/")).isInstanceOf(McpError.class);
    }

    private String read(String uri) {
        McpSchema.ResourceContents contents = client.readResource(new McpSchema.ReadResourceRequest(uri))
                .contents()
                .get(0);
        return ((McpSchema.TextResourceContents) contents).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fact-check", "works-council-note"})
    void aPromptIsInTheLanguageOfItsReader(String name) {
        List<String> texts = Languages.ALL.stream()
                .map(lang -> prompt(name, Map.of("claim", "A 'claim'", "plan", "A 'plan'", "lang", lang)))
                .distinct()
                .toList();
        assertThat(texts)
                .hasSameSizeAs(Languages.ALL)
                .allSatisfy(text ->
                        assertThat(text).containsPattern("A '(claim|plan)'").doesNotContain("{0}"));
        assertThatThrownBy(() -> prompt(name, Map.of("lang", Languages.FIRST)))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("needs the argument");
    }

    private String prompt(String name, Map<String, Object> arguments) {
        McpSchema.GetPromptResult prompt = client.getPrompt(new McpSchema.GetPromptRequest(name, arguments));
        return ((McpSchema.TextContent) prompt.messages().get(0).content()).text();
    }
}
