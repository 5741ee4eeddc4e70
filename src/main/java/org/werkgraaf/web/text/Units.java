package org.werkgraaf.web.text;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Statement;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.presentation.Presentation;

/** The units and currencies of numbers, by the local name of the property that has the number. */
public final class Units {
    private Units() {}

    /** Those of what is said of a thing. */
    public static Map<String, String> of(Description thing, Presentation presentation) {
        Map<String, String> values = new HashMap<>();
        for (Relation relation : thing.facts()) {
            relation.values().stream()
                    .map(Value::text)
                    .findFirst()
                    .ifPresent(text -> values.putIfAbsent(relation.name(), text));
        }
        return units(values, presentation);
    }

    /** Those of what a passage states, by what it is about. */
    public static Map<String, Map<String, String>> stated(Description passage, Presentation presentation) {
        Map<String, Map<String, String>> values = new TreeMap<>();
        for (Statement statement : passage.statements()) {
            values.computeIfAbsent(statement.subject().text(), subject -> new HashMap<>())
                    .putIfAbsent(statement.name(), statement.object().text());
        }
        values.replaceAll((subject, each) -> units(each, presentation));
        return values;
    }

    private static Map<String, String> units(Map<String, String> values, Presentation presentation) {
        Map<String, String> units = new TreeMap<>();
        presentation.units().forEach((property, unit) -> {
            String value = values.get(unit);
            if (value != null) {
                units.put(property, value);
            }
        });
        return units;
    }
}
