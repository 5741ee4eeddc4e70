package org.werkgraaf.web.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ReconcileSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.reconcile.MatchCandidate.NamedId;
import tools.jackson.databind.JsonNode;

/** Gives the values of properties for things that were matched; only those that the editors accept. */
@Component
class DataExtension {
    private static final Set<String> WHOLE = Set.of("integer", "nonNegativeInteger", "positiveInteger", "int", "long");
    private static final Set<String> FRACTIONS = Set.of("decimal", "double", "float");

    private final EntityReader reader;
    private final ReconcileTerms terms;
    private final ReconcileSettings settings;

    DataExtension(EntityReader reader, ReconcileTerms terms, ReconcileSettings settings) {
        this.reader = reader;
        this.terms = terms;
        this.settings = settings;
    }

    /**
     * @param meta the properties that were asked for
     * @param rows by id of a thing and of a property, its values as the API writes them
     */
    record Extended(List<NamedId> meta, Map<String, Map<String, List<Map<String, Object>>>> rows) {}

    /** Answers a query for values. */
    Extended of(String json, String lang) {
        JsonNode query = ReconcileQuery.object("extend", json);
        List<String> ids = texts(query.path("ids").valueStream(), "ids", settings.rowsMax(), "rows-max");
        List<String> properties = texts(
                query.path("properties").valueStream().map(each -> each.path("id")),
                "properties",
                settings.propertiesMax(),
                "properties-max");
        Map<String, Map<String, List<Map<String, Object>>>> rows = new LinkedHashMap<>();
        for (String id : ids) {
            Map<String, List<Map<String, Object>>> row = new LinkedHashMap<>();
            Description thing = ThingId.parse(id).flatMap(reader::find).orElse(null);
            for (String property : properties) {
                row.put(property, thing == null ? List.of() : values(thing, property, lang));
            }
            rows.put(id, row);
        }
        return new Extended(
                properties.stream()
                        .map(property -> new NamedId(property, terms.name(property, lang)))
                        .toList(),
                rows);
    }

    private static List<String> texts(Stream<JsonNode> given, String name, int max, String setting) {
        List<String> texts = given.filter(JsonNode::isString)
                .map(JsonNode::asString)
                .distinct()
                .limit(max + 1L)
                .toList();
        if (texts.size() > max) {
            throw new RequestException(
                    ErrorCode.BATCH_TOO_LARGE,
                    "The query has more than " + max + " " + name + " (werkgraaf.reconcile." + setting
                            + "). Send it in parts.");
        }
        return texts;
    }

    private static List<Map<String, Object>> values(Description thing, String property, String lang) {
        switch (property) {
            case ReconcileTerms.IRI:
                return List.of(Map.of("str", thing.iri()));
            case "definition":
                String definition = Languages.pick(thing.definitions(), lang, "");
                return definition.isEmpty() ? List.of() : List.of(Map.of("str", definition));
            case "altLabel":
                return thing.altLabels().getOrDefault(lang, List.of()).stream()
                        .map(name -> Map.<String, Object>of("str", name))
                        .toList();
            case "verification":
                return thing.verification() == null ? List.of() : List.of(Map.of("str", thing.verification()));
            default:
                boolean back = property.startsWith(ReconcileTerms.BACK);
                String name = back ? property.substring(1) : property;
                List<Map<String, Object>> values = new ArrayList<>();
                for (Relation relation : back ? thing.incoming() : thing.facts()) {
                    if (relation.name().equals(name)) {
                        relation.values().stream()
                                .filter(Value::accepted)
                                .map(value -> value(value, lang))
                                .distinct()
                                .forEach(values::add);
                    }
                }
                return values;
        }
    }

    private static Map<String, Object> value(Value value, String lang) {
        if (value.id() != null) {
            return Map.of("id", value.id(), "name", Languages.pick(value.labels(), lang, value.id()));
        }
        String text = value.text();
        String type = String.valueOf(value.datatype());
        if (type.equals("date")) {
            return Map.of("date", text + "T00:00:00Z");
        }
        Object number = WHOLE.contains(type) || FRACTIONS.contains(type) ? number(text) : null;
        if (number != null) {
            return Map.of(WHOLE.contains(type) ? "int" : "float", number);
        }
        return Map.of("str", Languages.pick(value.labels(), lang, text));
    }

    private static @Nullable Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
