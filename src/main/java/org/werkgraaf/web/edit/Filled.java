package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was sent with the page of a form.
 *
 * @param thing the form of the thing, by field
 * @param passage the form of a new place, by field
 * @param source the form of a new source, by field
 * @param plain all else, by name
 * @param without keys of statements that go
 */
record Filled(
        Map<String, List<String>> thing,
        Map<String, List<String>> passage,
        Map<String, List<String>> source,
        Map<String, String> plain,
        Set<String> without) {
    /** The part of the thing. */
    static final String THING = "t";
    /** The part of a new place. */
    static final String PASSAGE = "p";
    /** The part of a new source. */
    static final String SOURCE = "s";

    static final String WITHOUT = "without";
    private static final String ANSWERS = "answers";

    /** A form that nobody filled in yet: an address fills in nothing but which proposal is answered. */
    static Filled opened(HttpServletRequest request) {
        String answers = Objects.requireNonNullElse(request.getParameter(ANSWERS), "");
        return new Filled(Map.of(), Map.of(), Map.of(), Map.of(ANSWERS, answers.strip()), Set.of());
    }

    static Filled of(HttpServletRequest request) {
        Map<String, String> plain = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.contains(".") && !name.equals(WITHOUT) && values.length > 0) {
                plain.put(name, values[0].strip());
            }
        });
        return new Filled(
                part(request, THING),
                part(request, PASSAGE),
                part(request, SOURCE),
                plain,
                Set.of(Stream.of(Objects.requireNonNullElse(request.getParameterValues(WITHOUT), new String[0]))
                        .distinct()
                        .toArray(String[]::new)));
    }

    private static Map<String, List<String>> part(HttpServletRequest request, String name) {
        Map<String, List<String>> part = new LinkedHashMap<>();
        request.getParameterMap().forEach((key, values) -> {
            if (key.startsWith(name + ".")) {
                part.put(key.substring(name.length() + 1), List.of(values));
            }
        });
        return part;
    }

    String plain(String name) {
        return plain.getOrDefault(name, "");
    }

    /** The part of that name. */
    Map<String, List<String>> part(String name) {
        return switch (name) {
            case PASSAGE -> passage;
            case SOURCE -> source;
            default -> thing;
        };
    }
}
