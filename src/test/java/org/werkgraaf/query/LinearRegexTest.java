package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearRegexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?x { VALUES ?x { 'abc' 'ABC' 'xyz' } FILTER REGEX(?x, '^ab') }",
                "SELECT ?x { VALUES ?x { 'abc' 'ABC' 'xyz' } FILTER REGEX(?x, '^ab', 'i') }",
                "SELECT ?x { VALUES ?x { 'a.c' 'abc' } FILTER REGEX(?x, 'a.c', 'q') }",
                "SELECT ?y { VALUES ?x { 'abcd' 'abAB'@en } BIND(REPLACE(?x, '[a-b]', 'Z') AS ?y) }",
                "SELECT ?y { VALUES ?x { 'abcd' } BIND(REPLACE(?x, '(b)(c)', '$2$1') AS ?y) }",
                "SELECT ?x { VALUES ?x { 1 'a' <urn:x> } FILTER REGEX(?x, 'a') }",
                "SELECT ?x { { SELECT ?x { VALUES ?x { 'ab' 'b' } FILTER (! REGEX(?x, '^a')) } } }",
                "SELECT ?x { VALUES ?x { 'ab' 'b' } } ORDER BY REGEX(?x, '^a')",
                "SELECT (COUNT(*) AS ?n) { VALUES ?x { 'ab' 'b' } } GROUP BY (REGEX(?x, '^a')) HAVING (REGEX(MAX(?x), 'b'))"
            })
    void givesTheSameAnswersAsTheEngineOfTheLibrary(String text) {
        Query query = QueryFactory.create(text);
        assertThat(rows(LinearRegex.in(query))).isEqualTo(rows(query));
    }

    @Test
    void treatsABadPatternAsAnErrorOfTheRow() {
        Query query = QueryFactory.create("SELECT ?x { VALUES (?x ?p) { ('a' '(') ('a' 'a') } FILTER REGEX(?x, ?p) }");
        assertThat(rows(LinearRegex.in(query))).hasSize(1);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void endsWhereBacktrackingWouldNot() {
        String text = "a".repeat(200);
        Query query = QueryFactory.create(
                "SELECT * { BIND('" + text + "' AS ?x) FILTER REGEX(?x, '^(.*a){25}b$') }");
        assertThat(rows(LinearRegex.in(query))).isEmpty();
    }

    private static List<String> rows(Query query) {
        List<String> rows = new ArrayList<>();
        try (QueryExec execution =
                QueryExec.dataset(DatasetGraphFactory.create()).query(query).build()) {
            RowSet found = execution.select();
            found.forEach(row -> rows.add(row.toString()));
        }
        return rows;
    }
}
