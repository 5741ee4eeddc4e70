package org.werkgraaf.web.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The library's own client, as an assistant has it. */
public final class McpClients {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private McpClients() {}

    /** A client of the service on this machine, ready to ask. */
    public static McpSyncClient http(int port) {
        return ready(HttpClientStreamableHttpTransport.builder("http://localhost:" + port)
                .endpoint("/mcp")
                .build());
    }

    /** A client over any transport, ready to ask. */
    public static McpSyncClient ready(McpClientTransport transport) {
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(120))
                .initializationTimeout(Duration.ofSeconds(180))
                .build();
        client.initialize();
        return client;
    }

    /** Calls a tool with arguments given as name, value, name, value. */
    public static CallToolResult call(McpSyncClient client, String tool, Object... arguments) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return client.callTool(new McpSchema.CallToolRequest(tool, named));
    }

    /** The structured result of a call that must not fail. */
    public static JsonNode ask(McpSyncClient client, String tool, Object... arguments) {
        CallToolResult result = call(client, tool, arguments);
        if (Boolean.TRUE.equals(result.isError())) {
            throw new AssertionError(text(result));
        }
        return JSON.valueToTree(result.structuredContent());
    }

    /** The text of a result. */
    public static String text(CallToolResult result) {
        return ((McpSchema.TextContent) result.content().get(0)).text();
    }
}
