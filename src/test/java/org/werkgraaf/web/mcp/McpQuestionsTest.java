package org.werkgraaf.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.vocabulary.Languages;
import tools.jackson.databind.JsonNode;

/** A client that searches, and describes what it found, has the answers to sixty questions of readers, each at its place. */
@PackagedServiceTest
class McpQuestionsTest {
    private static final Path QUESTIONS = Path.of("src/test/resources/assistants/questions.tsv");
    private static final Pattern LINE = Pattern.compile("-l(\\d+)");
    /** How far the line of a passage may be from the one at which the reader found the answer. */
    private static final int LINES = 20;

    private static final int RIGHT_MIN = 54;

    @LocalServerPort
    private int port;

    @Test
    void findsTheAnswersAndTheirPlaces() throws IOException {
        List<String> missed = new ArrayList<>();
        int answered = 0;
        int asked = 0;
        try (McpSyncClient client = McpClients.http(port)) {
            for (String line : Files.readAllLines(QUESTIONS).stream().skip(3).toList()) {
                String[] question = line.split("\t");
                asked++;
                if (isRight(client, question)) {
                    answered++;
                } else {
                    missed.add(question[0]);
                }
            }
        }
        System.out.println(answered + " of " + asked + " right, with the right place; missed: " + missed);
        assertThat(asked).isEqualTo(60);
        assertThat(answered).isGreaterThanOrEqualTo(RIGHT_MIN);
    }

    private static boolean isRight(McpSyncClient client, String[] question) {
        JsonNode found = McpClients.ask(client, "search", "q", question[1], "lang", Languages.FIRST, "size", 5);
        for (JsonNode hit : found.get("hits")) {
            String id = hit.get("id").asString();
            JsonNode thing = McpClients.ask(client, "describe", "id", id, "lang", Languages.FIRST);
            if (holds(thing, question)) {
                return !question[2].equals("-");
            }
            if (thing.path("more").has("mentionedIn")
                    && holds(
                            McpClients.ask(
                                    client,
                                    "describe",
                                    "id",
                                    id,
                                    "lang",
                                    Languages.FIRST,
                                    "relation",
                                    "mentionedIn",
                                    "size",
                                    50),
                            question)) {
                return !question[2].equals("-");
            }
        }
        return question[2].equals("-");
    }

    /** Whether it says the answer, and names the place; of what no source says, whether it has all the words. */
    private static boolean holds(JsonNode thing, String[] question) {
        String text = thing.toString();
        if (question[2].equals("-")) {
            return Set.of(question[1].toLowerCase(java.util.Locale.ROOT).split(" ")).stream()
                    .allMatch(text.toLowerCase(java.util.Locale.ROOT)::contains);
        }
        String answer = List.of(question[2].split("\\|")).stream()
                .map(each -> each.startsWith("=") ? "\"label\":\"" + Pattern.quote(each.substring(1)) + "\"" : each)
                .collect(Collectors.joining("|"));
        if (!Pattern.compile(answer).matcher(text).find()) {
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
