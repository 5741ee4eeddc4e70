package org.werkgraaf.web.quote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Describes a thing in schema.org's words, for search engines. */
public final class StructuredData {
    /** In a fixed order, so that a page of a release has the same bytes after each start. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private StructuredData() {}

    /**
     * JSON-LD that may stand in a script element of a page: it cannot close it.
     *
     * @param reference the thing
     * @param description what it is, in the language of the reference
     * @param baseUrl address of the service
     */
    public static String of(Reference reference, String description, String baseUrl) {
        String type = reference.schemaType() == null ? "DefinedTerm" : reference.schemaType();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", type);
        data.put("@id", reference.address());
        data.put("url", baseUrl + "/id/" + reference.id());
        data.put("name", reference.title());
        if (!description.isEmpty()) {
            data.put("description", description);
        }
        if (reference.isLaw() && !reference.identifier().isEmpty()) {
            data.put("legislationIdentifier", reference.identifier());
        }
        if (type.equals("CreativeWork") && reference.date() != null) {
            data.put("datePublished", reference.date());
        }
        if (reference.isSource() && !reference.authors().isEmpty()) {
            data.put(
                    "author",
                    reference.authors().stream()
                            .map(name -> ordered("@type", "Thing", "name", name))
                            .toList());
        }
        if (!reference.identifiers().isEmpty()) {
            List<Map<String, String>> identifiers = reference.identifiers().entrySet().stream()
                    .map(each ->
                            ordered("@type", "PropertyValue", "propertyID", each.getKey(), "value", each.getValue()))
                    .toList();
            data.put("identifier", identifiers);
        }
        if (type.equals("DefinedTerm")) {
            data.put("inDefinedTermSet", baseUrl + "/");
        }
        data.put(
                "subjectOf",
                ordered(
                        "@type",
                        "Dataset",
                        "name",
                        "Werkgraaf",
                        "version",
                        reference.release(),
                        "url",
                        baseUrl + "/",
                        "license",
                        LICENCE));
        return JSON.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /** Name, value, name, value; in this order after each start, unlike {@link Map#of}. */
    private static Map<String, String> ordered(String... parts) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            map.put(parts[i], parts[i + 1]);
        }
        return map;
    }
}
