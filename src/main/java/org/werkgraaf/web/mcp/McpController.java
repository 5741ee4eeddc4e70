package org.werkgraaf.web.mcp;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.web.AssistantSettings;
import org.werkgraaf.web.http.Client;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** {@code POST /mcp}: the Model Context Protocol over HTTP, each request by itself, answered in JSON. */
@RestController
@Hidden
class McpController {
    static final String PATH = "/mcp";
    /** The versions that the library speaks. */
    private static final List<String> VERSIONS = List.of("2025-03-26", "2025-06-18", "2025-11-25");

    private static final String AS_TEXT = "text";

    private final Conversation conversation;
    private final AssistantSettings settings;

    McpController(Conversation conversation, AssistantSettings settings) {
        this.conversation = conversation;
        this.settings = settings;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> message(
            @RequestHeader(name = "MCP-Protocol-Version", required = false) @Nullable String version,
            @RequestParam(name = "results", required = false) @Nullable String results,
            HttpServletRequest request)
            throws IOException {
        if (!settings.enabled()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND, "Assistants are not answered here (werkgraaf.mcp.enabled).");
        }
        if (version != null && !VERSIONS.contains(version)) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "The header MCP-Protocol-Version is '" + GivenText.shorten(version) + "'; spoken are "
                            + String.join(", ", VERSIONS) + ".");
        }
        if (results != null && !results.equals(AS_TEXT)) {
            return refused(
                    HttpStatus.BAD_REQUEST,
                    "The parameter results is '" + GivenText.shorten(results) + "'; it takes text.");
        }
        byte[] body = request.getInputStream().readNBytes(settings.bodyBytesMax() + 1);
        if (body.length > settings.bodyBytesMax()) {
            return refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The request is larger than " + settings.bodyBytesMax()
                            + " bytes (werkgraaf.mcp.body-bytes-max). Ask in parts.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return answer(
                    HttpStatus.BAD_REQUEST,
                    Conversation.error(null, ErrorCodes.PARSE_ERROR, "The request is not text in UTF-8."));
        }
        boolean structured = results == null && Conversation.isStructured(version);
        Conversation.Reply reply = conversation.answer(text, Client.of(request), structured);
        if (reply.body() == null) {
            return ResponseEntity.accepted().build();
        }
        return answer(reply.malformed() ? HttpStatus.BAD_REQUEST : HttpStatus.OK, reply.body());
    }

    private static ResponseEntity<byte[]> refused(HttpStatus status, String message) {
        return answer(status, Conversation.error(null, ErrorCodes.INVALID_REQUEST, message));
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
