package org.werkgraaf.web.mcp;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.Languages;

/** The arguments of a call, which fit the schema of its tool; what is null counts as not given. */
final class Arguments {
    /** Which language the answer is in. */
    static final String LANG = "lang";

    private static final Set<String> NUMBERS = Set.of("size", "page", "persons");

    private final Map<String, Object> given = new HashMap<>();

    Arguments(@Nullable Map<String, Object> given) {
        if (given != null) {
            given.forEach((name, value) -> {
                if (value != null) {
                    this.given.put(name, value);
                }
            });
        }
    }

    /** Arguments as the schemas have them: without those that are null, and with numbers that came as text as numbers. */
    static Map<String, Object> normal(Map<?, ?> given) {
        Map<String, Object> normal = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (value instanceof Map<?, ?> within) {
                normal.put(String.valueOf(name), normal(within));
            } else if (value instanceof String text
                    && NUMBERS.contains(String.valueOf(name))
                    && text.matches("\\d{1,9}")) {
                normal.put(String.valueOf(name), Integer.valueOf(text));
            } else if (value != null) {
                normal.put(String.valueOf(name), value);
            }
        });
        return normal;
    }

    /** The language of the answer; that of the documentation when none was chosen. */
    String lang() {
        return Objects.requireNonNullElse(text(LANG), Languages.DOCUMENTATION);
    }

    @Nullable String text(String name) {
        Object value = given.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    String required(String name) {
        return Objects.requireNonNullElse(text(name), "");
    }

    int number(String name, int otherwise) {
        return given.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    /** An argument that is itself a list of named values. */
    Arguments within(String name) {
        if (!(given.get(name) instanceof Map<?, ?> map)) {
            return new Arguments(null);
        }
        Map<String, Object> values = new HashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return new Arguments(values);
    }

    /** All of them but some, as the parameters of a request. */
    Map<String, String[]> parameters(Set<String> without) {
        Map<String, String[]> parameters = new HashMap<>();
        given.forEach((name, value) -> {
            if (!without.contains(name)) {
                parameters.put(
                        name,
                        value instanceof Collection<?> several
                                ? several.stream().map(String::valueOf).toArray(String[]::new)
                                : new String[] {String.valueOf(value)});
            }
        });
        return parameters;
    }
}
