package org.werkgraaf.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;

/** Looks whether the values of filters are known: values that something has, or things to which nothing leads. */
final class FilterValues {
    private static final int SHOWN_MAX = 100;
    private static final int NEAR_MAX = 3;
    /** Of more values it is not looked which are near: that would take longer than a search. */
    private static final int COMPARED_MAX = 5000;

    private final Generation generation;

    FilterValues(Generation generation) {
        this.generation = generation;
    }

    /** @throws FilterValueException for the first value that is not known */
    void check(Map<Facet, Set<String>> filters) throws IOException {
        for (Map.Entry<Facet, Set<String>> filter : filters.entrySet()) {
            for (String value : filter.getValue()) {
                if (!isKnown(filter.getKey(), value)) {
                    throw new FilterValueException(filter.getKey(), shown(value), near(filter.getKey(), value));
                }
            }
        }
    }

    private boolean isKnown(Facet facet, String value) throws IOException {
        Term term = DrillDownQuery.term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, facet.dimension(false), value);
        return generation.searcher().getIndexReader().docFreq(term) > 0
                || !generation.labels(facet, value).isEmpty();
    }

    private List<String> near(Facet facet, String value) throws IOException {
        FacetColumn column = generation.column(facet, false);
        if (column.size() > COMPARED_MAX) {
            return List.of();
        }
        Map<String, Set<String>> names = new HashMap<>();
        for (String each : column.values()) {
            Set<String> written = new TreeSet<>(generation.labels(facet, each).values());
            written.add(last(each));
            names.put(each, written);
        }
        return NearNames.of(last(value), names, NearNames.LIKE, NEAR_MAX);
    }

    private static String last(String value) {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    private static String shown(String value) {
        return value.length() <= SHOWN_MAX ? value : value.substring(0, SHOWN_MAX) + "…";
    }
}
