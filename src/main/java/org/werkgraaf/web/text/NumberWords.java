package org.werkgraaf.web.text;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Statement;
import org.werkgraaf.entity.Description.Value;

/** What belongs to numbers, such as their unit: values of one property that go with those of another. Properties are local names. */
public final class NumberWords {
    private NumberWords() {}

    /**
     * Those of what is said of a thing.
     *
     * @param beside the property that has what belongs to a number, by the property that has the number
     * @return what belongs to the numbers of a property; what has nothing is left out
     */
    public static Map<String, String> of(Description thing, Map<String, String> beside) {
        Map<String, String> values = new HashMap<>();
        for (Relation relation : thing.facts()) {
            relation.values().stream()
                    .map(Value::text)
                    .findFirst()
                    .ifPresent(text -> values.putIfAbsent(relation.name(), text));
        }
        return words(values, beside);
    }

    /** Those of what a passage states, by what it is about. */
    public static Map<String, Map<String, String>> stated(Description passage, Map<String, String> beside) {
        Map<String, Map<String, String>> values = new TreeMap<>();
        for (Statement statement : passage.statements()) {
            values.computeIfAbsent(statement.subject().text(), subject -> new HashMap<>())
                    .putIfAbsent(statement.name(), statement.object().text());
        }
        values.replaceAll((subject, each) -> words(each, beside));
        return values;
    }

    private static Map<String, String> words(Map<String, String> values, Map<String, String> beside) {
        Map<String, String> words = new TreeMap<>();
        beside.forEach((property, other) -> {
            String value = values.get(other);
            if (value != null) {
                words.put(property, value);
            }
        });
        return words;
    }
}
