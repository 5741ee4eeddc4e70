package org.werkgraaf.web.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of checks. */
final class CheckLinks {
    private CheckLinks() {}

    /** The parameters as a query, in a fixed order, without those that are empty. */
    static String query(Map<String, String[]> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getValue())
                                .filter(value -> !value.isBlank())
                                .map(value -> encode(entry.getKey()) + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
