package org.werkgraaf.web.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.FacetNames;
import org.werkgraaf.vocabulary.Languages;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What assistants are told of the tools: names, descriptions and schemas, from files beside this class. */
final class Definitions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REFERENCE = "$ref";
    private static final String PARTS = "$defs";
    /** Stands in a schema for all filters of the search, with what each of them takes. */
    private static final String FILTERS = "filters";

    private Definitions() {}

    /**
     * A tool.
     *
     * @param input schema of its arguments
     * @param output schema of its result
     */
    record Definition(
            String name, String title, String description, Map<String, Object> input, Map<String, Object> output) {}

    /** The tools; each schema is whole in itself, since not every assistant follows references. */
    static List<Definition> read() {
        List<Definition> tools = new ArrayList<>();
        for (Definition tool : JSON.readValue(file("tools.json"), new TypeReference<List<Definition>>() {})) {
            Map<String, Object> input = whole(tool.input(), part(tool.input(), PARTS));
            input.remove(PARTS);
            Map<String, Object> properties = new LinkedHashMap<>(part(input, "properties"));
            Object filter = input.remove(FILTERS);
            if (filter != null) {
                FacetNames.ALL.forEach(name -> properties.putIfAbsent(name, filter));
            }
            properties.put(
                    Arguments.LANG,
                    Map.of(
                            "type",
                            "string",
                            "enum",
                            Languages.ALL,
                            "description",
                            "Language of labels and texts; the user's own."));
            input.put("properties", properties);
            Map<String, Object> output = tool.output().containsKey(REFERENCE) ? table() : tool.output();
            tools.add(new Definition(tool.name(), tool.title(), tool.description(), input, output));
        }
        return tools;
    }

    private static Map<String, Object> table() {
        return JSON.readValue(file("table.json"), new TypeReference<>() {});
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> part(Map<String, Object> schema, String name) {
        return (Map<String, Object>) schema.getOrDefault(name, Map.of());
    }

    private static Map<String, Object> whole(Map<String, Object> schema, Map<String, Object> parts) {
        Map<String, Object> whole = new LinkedHashMap<>();
        if (schema.get(REFERENCE) instanceof String reference) {
            whole.putAll(part(parts, reference.substring(reference.lastIndexOf('/') + 1)));
        }
        schema.forEach((name, value) -> {
            if (!name.equals(REFERENCE)) {
                whole.put(name, followed(value, parts));
            }
        });
        return whole;
    }

    private static @Nullable Object followed(@Nullable Object value, Map<String, Object> parts) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((key, each) -> named.put(String.valueOf(key), each));
            return whole(named, parts);
        }
        return value;
    }

    private static byte[] file(String name) {
        try (InputStream in = Objects.requireNonNull(Definitions.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " is not packaged", e);
        }
    }
}
