package org.werkgraaf.web.propose;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small JSON object of texts that somebody sent.
 *
 * @param object the object
 */
record JsonBody(JsonNode object) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads it.
     *
     * @param fields those that it may have
     * @throws RequestException when it is too large, no such object, or has others
     */
    static JsonBody read(HttpServletRequest request, int bytesMax, Set<String> fields) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(bytesMax + 1);
        requireSmall(bytes.length, bytesMax);
        JsonNode object;
        try {
            object = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw bad("The body is not JSON: " + GivenText.shorten(String.valueOf(e.getOriginalMessage())) + ".");
        }
        if (!object.isObject()) {
            throw bad("The body is no JSON object; send one with the fields " + String.join(", ", fields) + ".");
        }
        for (String name : object.propertyNames()) {
            if (!fields.contains(name)) {
                throw bad("The body has a field '" + GivenText.shorten(name) + "'; it takes "
                        + String.join(", ", fields) + ".");
            }
            if (!isText(object.get(name)) && !isTexts(object.get(name))) {
                throw bad("The field " + name + " is no text; write it in quotation marks.");
            }
        }
        return new JsonBody(object);
    }

    /** Refuses what is larger than a proposal may be. */
    static void requireSmall(long bytes, int bytesMax) {
        if (bytes > bytesMax) {
            throw new RequestException(
                    ErrorCode.BODY_TOO_LONG,
                    "The body is longer than " + bytesMax + " bytes (werkgraaf.proposals.body-bytes-max). Shorten it.");
        }
    }

    /** The text of a field; empty when it is not there. */
    String text(String field) {
        JsonNode value = object.path(field);
        if (value.isArray()) {
            throw bad("The field " + field + " is a list; write one text.");
        }
        return value.asString("");
    }

    /** The texts of a list; one where a text stands, none where nothing does. */
    List<String> texts(String field) {
        JsonNode value = object.path(field);
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).toList()
                : value.isString() ? List.of(value.asString()) : List.of();
    }

    private static boolean isText(JsonNode value) {
        return value.isString() || value.isNull();
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
    }

    private static RequestException bad(String message) {
        return new RequestException(ErrorCode.BAD_PARAMETER, message);
    }
}
