package org.werkgraaf.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.vocabulary.ThingId;

/**
 * The questions in SPARQL with jena-text. They ask for less than the service gives: one query counts all facets, a filter shrinks
 * its own list, nothing is highlighted, and an order by label is left out.
 */
final class BaselineQueries {
    private static final String PREFIXES = """
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;
    private static final int HITS_MAX = 10_000_000;

    private BaselineQueries() {}

    static List<String> of(String words, Map<Facet, String> filters, @Nullable Integer year, Sorting sort) {
        String pattern = words.isEmpty()
                ? ""
                : "{ SELECT DISTINCT ?thing { ?thing text:query (\"" + words + "\" " + HITS_MAX + ") } }\n";
        for (Map.Entry<Facet, String> filter : filters.entrySet()) {
            pattern += "?thing " + property(filter.getKey()) + " " + value(filter.getKey(), filter.getValue()) + " .\n";
        }
        boolean dates = year != null || sort == Sorting.DATE_DESCENDING;
        if (dates) {
            pattern += "?thing wg:decidedOn ?day .\n";
        }
        if (year != null) {
            pattern += "FILTER(?day >= \"" + year + "-01-01\"^^xsd:date && ?day <= \"" + year + "-12-31\"^^xsd:date)\n";
        }
        List<String> queries = new ArrayList<>();
        queries.add(PREFIXES + "SELECT ?facet ?value (COUNT(?thing) AS ?count) {\n" + pattern
                + "VALUES ?facet { rdf:type wg:jurisdiction wg:decidedBy wg:defendant wg:caseStatus wg:concerns wg:breached wg:verification }\n"
                + "?thing ?facet ?value } GROUP BY ?facet ?value");
        if (!pattern.isEmpty()) {
            queries.add(PREFIXES + "SELECT ?thing ?label {\n{ SELECT ?thing { " + pattern + "} "
                    + (dates ? "ORDER BY DESC(?day) " : "") + "LIMIT 20 }\n"
                    + "?thing skos:prefLabel ?label FILTER(LANG(?label) = \"en\") }");
        }
        return queries;
    }

    static String completion(String beginning) {
        return PREFIXES + "SELECT ?thing ?label { ?thing text:query (skos:prefLabel \"" + beginning
                + "*\" 10) . ?thing skos:prefLabel ?label FILTER(LANG(?label) = \"en\") }";
    }

    private static String property(Facet facet) {
        return switch (facet) {
            case TYPE -> "rdf:type";
            case TECHNIQUE -> "wg:concerns";
            case JURISDICTION -> "wg:jurisdiction";
            default -> throw new IllegalArgumentException("No SPARQL for the filter " + facet);
        };
    }

    private static String value(Facet facet, String value) {
        return facet == Facet.TYPE ? "wg:" + value : "<" + ThingId.THINGS + value + ">";
    }
}
