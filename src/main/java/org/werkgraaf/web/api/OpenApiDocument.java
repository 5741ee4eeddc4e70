package org.werkgraaf.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.werkgraaf.store.Sha256;
import org.werkgraaf.web.http.ReaderLanguage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI description of the service.
 *
 * @param json its text in UTF-8, with keys in order, so that the same description has the same bytes
 * @param digest first letters of its SHA-256
 */
record OpenApiDocument(byte[] json, String digest) {
    /** What the controllers say of themselves, beside this class; written and compared by {@code OpenApiTest}. */
    static final String CONTROLLERS = "openapi.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * The controllers, and more.
     *
     * @param baseUrl address of the service
     * @param paths further path items, by path
     * @param schemas further schemas, by name
     */
    static OpenApiDocument of(String baseUrl, Map<String, Object> paths, Map<String, Object> schemas) {
        Map<String, Object> document = controllers();
        document.put("servers", List.of(Map.of("url", baseUrl)));
        // Nobody needs a key to read.
        document.put("security", List.of());
        add(paths, part(document, "paths"));
        add(schemas, part(part(document, "components"), "schemas"));
        byte[] json = JSON.writeValueAsBytes(document);
        return new OpenApiDocument(json, digest(json));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> document, String name) {
        return (Map<String, Object>) Objects.requireNonNull(document.get(name), name);
    }

    private static void add(Map<String, Object> more, Map<String, Object> known) {
        more.forEach((name, value) -> {
            if (known.putIfAbsent(name, value) != null) {
                throw new IllegalStateException("Two things are described as " + name);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> controllers() {
        try (InputStream in =
                Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(CONTROLLERS), CONTROLLERS)) {
            JsonNode document = JSON.readTree(in);
            nameLanguages(document);
            return JSON.treeToValue(document, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parameter of the language takes those that are offered. */
    private static void nameLanguages(JsonNode document) {
        for (JsonNode parameters : document.findValues("parameters")) {
            for (JsonNode parameter : parameters) {
                if (parameter.path("name").asString("").equals(ReaderLanguage.NAME)
                        && parameter.path("schema") instanceof ObjectNode schema) {
                    schema.set("enum", JSON.valueToTree(ReaderLanguage.OFFERED));
                }
            }
        }
    }

    private static String digest(byte[] json) {
        return Sha256.of(json).substring(0, 12);
    }
}
