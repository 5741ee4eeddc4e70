package org.werkgraaf.web.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of checks. */
final class CheckLinks {
    /** How the parameter of a question of fact begins where it is named with the question. */
    static final String FACT = "fact=";

    /** The parameter that asks for the form instead of the answer. */
    static final String FORM = "form";

    private CheckLinks() {}

    /** The parameters as a query, in a fixed order, without those that are empty. */
    static String query(Map<String, String[]> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getValue())
                                .filter(value -> !value.isBlank())
                                .map(value -> encode(entry.getKey()) + "=" + encode(value)))
                        .distinct()
                        .collect(Collectors.joining("&"));
    }

    /** The page of a check. */
    static String page(Map<String, String[]> parameters) {
        String query = query(parameters);
        return query.isEmpty() ? "/check" : "/check?" + query;
    }

    /** The parameters and one more. */
    static Map<String, String[]> with(Map<String, String[]> parameters, String name, String value) {
        Map<String, String[]> more = new TreeMap<>(parameters);
        more.merge(
                name,
                new String[] {value},
                (before, one) ->
                        Stream.concat(Stream.of(before), Stream.of(one)).toArray(String[]::new));
        return more;
    }

    /** The parameters with others in their place. */
    static Map<String, String[]> replace(Map<String, String[]> parameters, Map<String, String> others) {
        Map<String, String[]> replaced = new TreeMap<>(parameters);
        others.forEach((name, value) -> replaced.put(name, new String[] {value}));
        return replaced;
    }

    /**
     * The parameters with an answer to a question; one that was given before is replaced.
     *
     * @param question as {@code missing} names it: a parameter, or {@code fact=<name>}
     */
    static Map<String, String[]> answer(Map<String, String[]> parameters, String question, String value) {
        Map<String, String[]> answered = without(parameters, "open", question);
        if (!question.startsWith(FACT)) {
            return replace(answered, Map.of(question, value));
        }
        String fact = question.substring(FACT.length());
        answered.computeIfPresent(
                "fact",
                (key, values) -> Stream.of(values)
                        .filter(one -> !one.startsWith(fact + ":") && !one.startsWith("fact/" + fact + ":"))
                        .toArray(String[]::new));
        return with(answered, "fact", fact + ":" + value);
    }

    /** The parameters without one of them. */
    static Map<String, String[]> without(Map<String, String[]> parameters, String name) {
        Map<String, String[]> less = new TreeMap<>(parameters);
        less.remove(name);
        return less;
    }

    /** The parameters without one value. */
    static Map<String, String[]> without(Map<String, String[]> parameters, String name, String value) {
        Map<String, String[]> less = new TreeMap<>(parameters);
        less.computeIfPresent(
                name,
                (key, values) ->
                        Stream.of(values).filter(one -> !one.equals(value)).toArray(String[]::new));
        return less;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
