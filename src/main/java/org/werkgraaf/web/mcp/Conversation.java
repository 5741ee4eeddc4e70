package org.werkgraaf.web.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.web.AssistantSettings;
import org.werkgraaf.web.text.GivenText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers messages of JSON-RPC, by whichever way they come; what is no message gets an error that says why. */
@Component
class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What a method cannot do without. */
    private static final Map<String, String> NEEDED = Map.of(
            McpSchema.METHOD_INITIALIZE,
            "protocolVersion",
            McpSchema.METHOD_TOOLS_CALL,
            "name",
            McpSchema.METHOD_RESOURCES_READ,
            "uri",
            McpSchema.METHOD_PROMPT_GET,
            "name");

    private final AssistantServer server;
    private final AssistantSettings settings;
    private final GraphStore store;

    Conversation(AssistantServer server, AssistantSettings settings, GraphStore store) {
        this.server = server;
        this.settings = settings;
        this.store = store;
    }

    /**
     * An answer.
     *
     * @param body JSON; absent when nothing is to be said
     * @param malformed whether what came was no message
     */
    record Reply(@Nullable String body, boolean malformed) {}

    /** Whether an assistant that speaks a version of the protocol knows structured results. */
    static boolean isStructured(@Nullable String version) {
        return version != null && version.compareTo(ProtocolVersions.MCP_2025_06_18) >= 0;
    }

    /**
     * Answers what came.
     *
     * @param text a message, or several as an array
     * @param client who asks
     * @param structured whether results may be structured
     */
    Reply answer(String text, String client, boolean structured) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            return malformed(error(null, ErrorCodes.PARSE_ERROR, "The request is not JSON: " + place(e) + "."));
        }
        // All that answers one request comes from one release.
        try (Lease lease = store.lease()) {
            return message.isArray() ? batch(message, client, structured) : single(message, client, structured);
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "it cannot be read"
                : "it cannot be read at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private Reply single(JsonNode message, String client, boolean structured) {
        Optional<String> fault = fault(message);
        if (fault.isPresent()) {
            return malformed(fault.get());
        }
        return new Reply(handled(message, client, structured).orElse(null), false);
    }

    private Reply batch(JsonNode messages, String client, boolean structured) {
        if (messages.isEmpty() || messages.size() > settings.batchMax()) {
            return malformed(error(
                    null,
                    ErrorCodes.INVALID_REQUEST,
                    "The request has " + messages.size() + " messages; it takes 1 to " + settings.batchMax()
                            + " (werkgraaf.mcp.batch-max)."));
        }
        List<String> answers = new ArrayList<>();
        for (JsonNode message : messages) {
            fault(message).or(() -> handled(message, client, structured)).ifPresent(answers::add);
        }
        return new Reply(answers.isEmpty() ? null : "[" + String.join(",", answers) + "]", false);
    }

    private static Reply malformed(String error) {
        return new Reply(error, true);
    }

    /** Why something is no message; empty when it is one. */
    private static Optional<String> fault(JsonNode message) {
        if (!message.isObject()) {
            return refused(null, "A message is an object of JSON-RPC 2.0.");
        }
        JsonNode id = message.get("id");
        boolean named = id != null && (id.isString() || id.isIntegralNumber());
        Object known = !named ? null : id.isString() ? id.asString() : (Object) id.asLong();
        if (!message.path("jsonrpc").asString("").equals(McpSchema.JSONRPC_VERSION)) {
            return refused(known, "A message has \"jsonrpc\": \"2.0\".");
        }
        if (id != null && !named) {
            return refused(null, "The id of a message is a text or a whole number.");
        }
        if (isAnswer(message)) {
            return Optional.empty();
        }
        if (!message.path("method").isString()) {
            return refused(known, "A message has a method, such as tools/list.");
        }
        JsonNode params = message.get("params");
        if (params != null && !params.isObject()) {
            return refused(known, "The params of a message are an object.");
        }
        return Optional.empty();
    }

    /** What the method needs and the message does not have. */
    private Optional<String> wanting(JsonNode message, Object id) {
        String method = message.path("method").asString();
        String needed = NEEDED.get(method);
        JsonNode given = message.path("params").path(String.valueOf(needed));
        if (needed != null && !given.isString()) {
            return Optional.of(
                    error(id, ErrorCodes.INVALID_PARAMS, method + " needs the text '" + needed + "' in its params."));
        }
        if (method.equals(McpSchema.METHOD_TOOLS_CALL) && !server.tools().contains(given.asString())) {
            return Optional.of(error(
                    id,
                    ErrorCodes.INVALID_PARAMS,
                    "There is no tool '" + GivenText.shorten(given.asString()) + "'. There are "
                            + String.join(", ", server.tools()) + "."));
        }
        JsonNode arguments = message.path("params").path("arguments");
        return arguments.isMissingNode() || arguments.isNull() || arguments.isObject()
                ? Optional.empty()
                : Optional.of(error(id, ErrorCodes.INVALID_PARAMS, "The arguments are an object."));
    }

    /** We ask nothing, so that nothing waits for an answer. */
    private static boolean isAnswer(JsonNode message) {
        return !message.has("method") && (message.has("result") || message.has("error"));
    }

    private Optional<String> handled(JsonNode message, String client, boolean structured) {
        if (isAnswer(message)) {
            return Optional.empty();
        }
        JsonNode id = message.get("id");
        if (id == null) {
            // Nothing that is only told to us matters to a server that keeps nothing.
            return Optional.empty();
        }
        Object named = id.isString() ? id.asString() : (Object) id.asLong();
        Optional<String> wanting = wanting(message, named);
        if (wanting.isPresent()) {
            return wanting;
        }
        String method = message.path("method").asString();
        McpTransportContext context = AssistantServer.context(client);
        try {
            return Optional.ofNullable(server.handler(structured)
                    .handleRequest(
                            context,
                            new McpSchema.JSONRPCRequest(McpSchema.JSONRPC_VERSION, method, named, params(message)))
                    .map(JSON::writeValueAsString)
                    .block());
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.of(error(named, ErrorCodes.INVALID_PARAMS, "The params of " + method + " cannot be read."));
        } catch (RuntimeException e) {
            LOG.error("{} failed", method, e);
            return Optional.of(error(
                    named,
                    ErrorCodes.INTERNAL_ERROR,
                    "The service made a mistake and logged it. Try again; report it if it stays."));
        }
    }

    private static @Nullable Object params(JsonNode message) {
        if (!message.has("params")) {
            return null;
        }
        Map<String, Object> params = JSON.convertValue(message.get("params"), new TypeReference<>() {});
        params.computeIfPresent("arguments", (name, arguments) -> Arguments.normal((Map<?, ?>) arguments));
        return params;
    }

    private static Optional<String> refused(@Nullable Object id, String message) {
        return Optional.of(error(id, ErrorCodes.INVALID_REQUEST, message));
    }

    /** An error as a message; without an id when it is not known what it answers. */
    static String error(@Nullable Object id, int code, String message) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        error.put("id", id);
        error.put("error", Map.of("code", code, "message", message));
        return JSON.writeValueAsString(error);
    }
}
