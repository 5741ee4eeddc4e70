package org.werkgraaf.web.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.werkgraaf.index.SearchResult;

/** Addresses of searches that differ from this one in one respect; each starts at the first page again. */
public final class SearchLinks {
    /** Names the facet of which a page shows all values, however many. */
    static final String VALUES = "values";

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final List<String> shown = new ArrayList<>();

    private SearchLinks(Map<String, List<String>> parameters) {
        this.parameters.putAll(parameters);
    }

    public SearchLinks(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            List<String> given =
                    Arrays.stream(values).filter(value -> !value.isBlank()).toList();
            if (name.equals(VALUES)) {
                shown.addAll(given);
            } else if (!name.equals("cursor") && !given.isEmpty()) {
                parameters.put(name, given);
            }
        });
    }

    public String plain() {
        return build("/search", parameters);
    }

    String at(String path) {
        return build(path, parameters);
    }

    String with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, List.of(value));
        return build("/search", changed);
    }

    /** The same search with all values of a facet. */
    String withAll(String facet) {
        return with(VALUES, facet);
    }

    /** Whether this page shows all values of a facet. */
    boolean showsAll(String facet) {
        return shown.contains(facet);
    }

    String plus(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        List<String> values = new ArrayList<>(changed.getOrDefault(name, List.of()));
        values.add(value);
        changed.put(name, values);
        return build("/search", changed);
    }

    /** Without one value; a filter may have been written as an id, a bare slug or an IRI. */
    String without(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.computeIfPresent(
                name,
                (key, values) -> values.stream()
                        .filter(each -> !value.equals(each)
                                && !value.equalsIgnoreCase(name + "/" + each)
                                && !value.endsWith("/" + each.toLowerCase(java.util.Locale.ROOT))
                                && !each.endsWith("/id/" + value))
                        .toList());
        return build("/search", changed);
    }

    /** Without a filter or date; the last day of a period goes with the first. */
    String without(String name) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        if (name.equals("from")) {
            changed.remove("to");
        }
        return build("/search", changed);
    }

    /** The same with the filters that the words were taken for, and only the words that stand for none. */
    SearchLinks with(SearchResult.Understood understood) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put("q", understood.words().isBlank() ? List.of() : List.of(understood.words()));
        understood.filters().forEach((facet, values) -> changed.put(facet.parameter(), List.copyOf(values)));
        return new SearchLinks(changed);
    }

    String onlyWords() {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        for (String name : List.of("q", "lang")) {
            if (parameters.containsKey(name)) {
                changed.put(name, parameters.get(name));
            }
        }
        return build("/search", changed);
    }

    private static String build(String path, Map<String, List<String>> parameters) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, values) -> {
            if (!values.isEmpty()) {
                link.queryParam(name, values.toArray());
            }
        });
        return link.encode().build().toUriString();
    }
}
