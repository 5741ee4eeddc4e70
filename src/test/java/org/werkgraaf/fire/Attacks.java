package org.werkgraaf.fire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries of somebody who wants the memory of the service. */
final class Attacks {
    private static final int LONG = 90_000;

    private Attacks() {}

    static String x(int length) {
        return "x".repeat(length);
    }

    /** Queries that hold much, by name. */
    static Map<String, String> queries() {
        Map<String, String> all = new LinkedHashMap<>();
        String text = "\"" + x(LONG) + "\"";
        all.put("concat", "SELECT (CONCAT(" + text + ",STR(?s),STR(?p)) AS ?x) WHERE {?s ?p ?o} LIMIT 10000");
        all.put("large-result", "SELECT (CONCAT(\"" + x(1750) + "\",STR(?s)) AS ?x) WHERE {?s ?p ?o} LIMIT 10000");
        all.put(
                "held-texts",
                "SELECT ?x ?a { { SELECT DISTINCT (CONCAT(" + text
                        + ",STR(?s)) AS ?x) { SELECT DISTINCT ?s {?s ?p ?o} LIMIT 420 } } ?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
                        + " FILTER(?a = ?x) }");
        all.put("count-distinct", "SELECT (COUNT(DISTINCT CONCAT(" + text + ",STR(?s),STR(?o))) AS ?n) {?s ?p ?o}");
        all.put(
                "replace",
                "SELECT (STRLEN(REPLACE(\"" + x(60_000) + "\",\"(x+)\",\"" + "$1".repeat(15_000) + "\")) AS ?n) {}");
        all.put(
                "binds",
                "SELECT * { ?s ?p ?o "
                        + IntStream.range(0, 900)
                                .mapToObj(i -> "BIND(\"" + i + "\" AS ?v" + i + ")")
                                .collect(Collectors.joining(" "))
                        + " } LIMIT 10000");
        all.put(
                "minima",
                "SELECT ?s ?p ?o "
                        + IntStream.range(0, 3000)
                                .mapToObj(i -> "(MIN(?o) AS ?m" + i + ")")
                                .collect(Collectors.joining(" "))
                        + " { ?s ?p ?o } GROUP BY ?s ?p ?o");
        all.put("sample", "SELECT ?s (SAMPLE(CONCAT(" + text + ",STR(?s))) AS ?x) { ?s ?p ?o } GROUP BY ?s");
        return all;
    }

    /** Others, which hold the same in other places. */
    static Map<String, String> more() {
        Map<String, String> all = new LinkedHashMap<>();
        String text = "\"" + x(LONG) + "\"";
        all.put("iris", "SELECT DISTINCT (IRI(CONCAT(\"http://e/\"," + text + ",STR(?s))) AS ?x) {?s ?p ?o}");
        all.put(
                "construct",
                "CONSTRUCT { ?s <http://e/p> ?x } { ?s ?p ?o BIND(CONCAT(" + text + ",STR(?s),STR(?o)) AS ?x) }");
        all.put(
                "construct-blank",
                "CONSTRUCT { "
                        + IntStream.range(0, 2000)
                                .mapToObj(i -> "_:b" + i + " <http://e/p" + i + "> ?s .")
                                .collect(Collectors.joining(" "))
                        + " } { ?s ?p ?o }");
        all.put("order-by", "SELECT ?s { ?s ?p ?o } ORDER BY CONCAT(" + text + ",STR(?o)) LIMIT 10000");
        all.put(
                "order-by-bound",
                "SELECT ?s ?x { ?s ?p ?o BIND(STRDT(CONCAT(" + text + ",STR(?s)), <http://e/t>) AS ?x) } ORDER BY ?x");
        all.put(
                "languages",
                "SELECT DISTINCT (STRLANG(CONCAT(" + text + ",STR(?s),STR(?o)),\"en\") AS ?x) { ?s ?p ?o }");
        all.put(
                "group-key",
                "SELECT ?x (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (CONCAT(" + text + ",STR(?s),STR(?o)) AS ?x)");
        all.put(
                "group-concat-distinct",
                "SELECT ?s (GROUP_CONCAT(DISTINCT CONCAT(\"" + x(40_000)
                        + "\",STR(?o))) AS ?x) { ?s ?p ?o } GROUP BY ?s");
        all.put(
                "row-of-texts",
                "SELECT * { ?s ?p ?o BIND(CONCAT(\"" + x(60_000) + "\",STR(?s)) AS ?v) "
                        + IntStream.range(0, 400)
                                .mapToObj(i -> "BIND(CONCAT(?v,\"" + i + "\") AS ?v" + i + ")")
                                .collect(Collectors.joining(" "))
                        + " }");
        all.put(
                "values-texts",
                "SELECT (COUNT(*) AS ?n) { VALUES ?v { \"" + x(50_000) + "\" } ?a ?b ?c BIND(CONCAT(?v,STR(?a)) AS ?k)"
                        + " { SELECT (CONCAT(\"y\",?w,STR(?d)) AS ?k) { VALUES ?w { \"" + x(40_000)
                        + "\" } ?d ?e ?f } } }");
        all.put(
                "encode",
                "SELECT ?x { ?s ?p ?o BIND(ENCODE_FOR_URI(REPLACE(CONCAT(\"" + x(33_000)
                        + "\",STR(?s)),\"x\",\"é\")) AS ?x) }" + " ORDER BY ?x");
        all.put(
                "minus-texts",
                "SELECT ?s { ?s ?p ?o BIND(STR(?s) AS ?x) MINUS { ?a ?b ?c BIND(CONCAT(" + text
                        + ",STR(?a),STR(?c)) AS ?x) } }");
        all.put("hidden", "SELECT DISTINCT ?s ?p ?o { ?s ?p ?o BIND(CONCAT(" + text + ",STR(?s),STR(?o)) AS ?x) }");
        all.put(
                "hidden-many",
                "SELECT DISTINCT ?s ?p ?o { { SELECT ?s ?p ?o { ?s ?p ?o "
                        + IntStream.range(0, 800)
                                .mapToObj(i -> "BIND(STR(?s) AS ?v" + i + ")")
                                .collect(Collectors.joining(" "))
                        + " } } }");
        all.put(
                "first-rows",
                "SELECT ?x { ?s ?p ?o BIND(IF(STRLEN(STR(?o)) > 60, CONCAT(" + text
                        + ",STR(?s),STR(?o)), STR(?o)) AS ?x) } ORDER BY DESC(STRLEN(?x)) LIMIT 1000");
        all.put(
                "relative-iris",
                "SELECT DISTINCT ?x { ?s ?p ?o BIND(URI(CONCAT(\"" + x(45_000) + "\",STR(RAND()))) AS ?x) }");
        all.put(
                "datatypes",
                "SELECT ?x { ?s ?p ?o BIND(STRDT(\"1\",IRI(CONCAT(\"http://e/\"," + text + ",STR(RAND())))) AS ?x) }"
                        + " ORDER BY ?s");
        all.put(
                "optional-texts",
                "SELECT * { ?s ?p ?o OPTIONAL { { SELECT (CONCAT(" + text
                        + ",STR(?a),STR(?c)) AS ?x) (STR(?a) AS ?k) { ?a ?b ?c } } FILTER(?k = STR(?s)) } }");
        all.put(
                "largest",
                "SELECT ?s "
                        + IntStream.range(0, 60)
                                .mapToObj(
                                        i -> "(MAX(CONCAT(\"" + x(1400) + "\",STR(?o),\"" + i + "\")) AS ?m" + i + ")")
                                .collect(Collectors.joining(" "))
                        + " { ?s ?p ?o } GROUP BY ?s");
        all.put("json-ld", "CONSTRUCT { ?s ?p ?x } { ?s ?p ?o BIND(CONCAT(\"" + x(1500) + "\",STR(?o)) AS ?x) }");
        return all;
    }

    static String address(int client) {
        return "198.51.100." + client;
    }
}
