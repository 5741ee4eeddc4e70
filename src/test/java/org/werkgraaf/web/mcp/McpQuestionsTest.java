package org.werkgraaf.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.vocabulary.Languages;
import tools.jackson.databind.JsonNode;

/**
 * A client that searches, describes what it found, and searches again for words that nothing had, has the answers to questions of
 * readers, each at its place; of what the graph does not hold it sees that it does not.
 */
@PackagedServiceTest
class McpQuestionsTest {
    private static final Path FOLDER = Path.of("src/test/resources/assistants");
    private static final Pattern LINE = Pattern.compile("-l(\\d+)");
    /** How far the line of a passage may be from the one at which the reader found the answer. */
    private static final int LINES = 20;

    private static final String NOT_IN_THE_GRAPH = "-";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"questions.tsv, 60, 56", "later-questions.tsv, 30, 28"})
    void findsWhatDocumentsSayAndWhere(String file, int questions, int rightMin) throws IOException {
        count(
                file,
                questions,
                rightMin,
                (client, question) ->
                        isRight(client, question[1], Languages.FIRST, question[2], thing -> holds(thing, question)));
    }

    @Test
    void findsLawCasesAndDates() throws IOException {
        count("law-questions.tsv", 22, 20, (client, question) -> {
            Pattern answer = Pattern.compile(question[3]);
            Pattern id = Pattern.compile(question[4]);
            return isRight(
                    client,
                    question[2],
                    question[1],
                    question[3],
                    thing -> id.matcher(thing.get("id").asString()).lookingAt()
                            && answer.matcher(thing.toString()).find()
                            && !thing.get("places").isEmpty());
        });
    }

    private void count(String file, int questions, int rightMin, BiPredicate<McpSyncClient, String[]> right)
            throws IOException {
        List<String> missed = new ArrayList<>();
        List<String[]> asked = Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("question\t"))
                .map(line -> line.split("\t"))
                .toList();
        try (McpSyncClient client = McpClients.http(port)) {
            asked.stream()
                    .filter(question -> !right.test(client, question))
                    .forEach(question -> missed.add(question[0]));
        }
        int answered = asked.size() - missed.size();
        System.out.println(file + ": " + answered + " of " + asked.size() + " right; missed: " + missed);
        assertThat(asked).hasSize(questions);
        assertThat(answered).isGreaterThanOrEqualTo(rightMin);
    }

    private static boolean isRight(
            McpSyncClient client, String words, String lang, String answer, Predicate<JsonNode> holds) {
        JsonNode found = McpClients.ask(client, "search", "q", words, "lang", lang, "size", 5);
        if (answer.equals(NOT_IN_THE_GRAPH)) {
            return found.path("note").asString("").startsWith("Nothing in the graph has")
                    || isLackedByAll(found.get("hits"));
        }
        if (isToldBy(client, found.get("hits"), lang, holds)) {
            return true;
        }
        String lacked = found.get("hits").isEmpty()
                ? ""
                : found.get("hits")
                        .get(0)
                        .path("lacks")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" "));
        return !lacked.isEmpty()
                && isToldBy(
                        client,
                        McpClients.ask(client, "search", "q", lacked, "lang", lang, "size", 5)
                                .get("hits"),
                        lang,
                        holds);
    }

    private static boolean isLackedByAll(JsonNode hits) {
        return hits.valueStream().allMatch(hit -> hit.has("lacks"));
    }

    private static boolean isToldBy(McpSyncClient client, JsonNode hits, String lang, Predicate<JsonNode> holds) {
        for (JsonNode hit : hits) {
            String id = hit.get("id").asString();
            JsonNode thing = McpClients.ask(client, "describe", "id", id, "lang", lang);
            if (holds.test(thing) || thing.path("more").has("mentionedIn") && holds.test(mentions(client, id, lang))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode mentions(McpSyncClient client, String id, String lang) {
        return McpClients.ask(client, "describe", "id", id, "lang", lang, "relation", "mentionedIn", "size", 50);
    }

    /** Whether it says the answer, and names the place. */
    private static boolean holds(JsonNode thing, String[] question) {
        String answer = List.of(question[2].split("\\|")).stream()
                .map(each -> each.startsWith("=") ? "\"label\":\"" + Pattern.quote(each.substring(1)) + "\"" : each)
                .collect(Collectors.joining("|"));
        if (!Pattern.compile(answer).matcher(thing.toString()).find()) {
            return false;
        }
        int line = Integer.parseInt(question[4]);
        for (JsonNode place : thing.get("places")) {
            String id = place.get("id").asString();
            Matcher at = LINE.matcher(id);
            if (id.startsWith("passage/" + question[3])
                    && at.find()
                    && Math.abs(Integer.parseInt(at.group(1)) - line) <= LINES) {
                return true;
            }
        }
        return false;
    }
}
