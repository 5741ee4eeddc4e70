package org.werkgraaf.web.mcp;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.web.AssistantSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the protocol over the standard streams of a process that is no web server: a message a line, until the input ends. */
@Component
@ConditionalOnNotWebApplication
class StandardStreams implements ApplicationRunner {
    /** Given as an argument, it has results told as text, whatever version of the protocol the assistant speaks. */
    private static final String RESULTS = "results";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLIENT = "stdio";

    private final Conversation conversation;
    private final AssistantSettings settings;
    private final GraphStore store;
    private boolean structured;

    StandardStreams(Conversation conversation, AssistantSettings settings, GraphStore store) {
        this.store = store;
        this.conversation = conversation;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (store.release().isEmpty()) {
            throw new IllegalStateException("There is no release to answer from; the reason stands above.");
        }
        // Not System.out, which others may write to.
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            serve(System.in, out, arguments.containsOption(RESULTS));
        }
    }

    private void serve(InputStream in, OutputStream out, boolean asText) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = line(lines); line != null; line = line(lines)) {
            if (line.isBlank()) {
                continue;
            }
            String body = line.length() > settings.bodyBytesMax()
                    ? Conversation.error(
                            null,
                            io.modelcontextprotocol.spec.McpSchema.ErrorCodes.INVALID_REQUEST,
                            "The line is longer than " + settings.bodyBytesMax()
                                    + " characters (werkgraaf.mcp.body-bytes-max). Ask in parts.")
                    : answer(line, asText);
            if (body != null) {
                out.write((body + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    private @Nullable String answer(String line, boolean asText) {
        // Over streams there is one assistant, who says at the beginning which version it speaks.
        String version = version(line);
        if (version != null) {
            structured = Conversation.isStructured(version);
        }
        return conversation.answer(line, CLIENT, structured && !asText).body();
    }

    private static @Nullable String version(String line) {
        try {
            JsonNode message = JSON.readTree(line);
            return message.path("method").asString("").equals("initialize")
                    ? message.path("params").path("protocolVersion").asString(null)
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A line without its end, of which no more is kept than may be; null at the end of the input. */
    private @Nullable String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = in.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (line.length() <= settings.bodyBytesMax()) {
                line.append((char) character);
            }
            character = in.read();
        }
        return line.toString();
    }
}
