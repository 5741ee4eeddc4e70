package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
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
                "SELECT (GROUP_CONCAT(REPLACE(?x, 'a', 'c')) AS ?y) { VALUES ?x { 'ab' 'b' } }",
                "SELECT ?x { VALUES ?x { 'ab' 'b' } } GROUP BY ?x HAVING (REGEX(?x, 'a')) (STRLEN(?x) = 2)",
                "SELECT (COUNT(*) AS ?n) { VALUES ?x { 'ab' 'b' } } GROUP BY (REGEX(?x, '^a')) HAVING (REGEX(MAX(?x), 'b'))"
            })
    void givesTheSameAnswersAsTheEngineOfTheLibrary(String text) {
        Query query = QueryFactory.create(text);
        assertThat(bounded(query)).isEqualTo(rows(query));
    }

    @Test
    void treatsABadPatternAsAnErrorOfTheRow() {
        Query query = QueryFactory.create("SELECT ?x { VALUES (?x ?p) { ('a' '(') ('a' 'a') } FILTER REGEX(?x, ?p) }");
        assertThat(bounded(query)).hasSize(1);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void endsWhereBacktrackingWouldNot() {
        String text = "a".repeat(200);
        Query query = QueryFactory.create("SELECT * { BIND('" + text + "' AS ?x) FILTER REGEX(?x, '^(.*a){25}b$') }");
        assertThat(bounded(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?x { VALUES ?x { 'ab' } FILTER REGEX(?x, '(?=a)b') }",
                "SELECT ?x { VALUES ?x { 'ab' } FILTER REGEX(?x, '((((a{900}){900}){900}){900})') }",
                "SELECT ?x { VALUES ?x { 'ab' } FILTER REGEX(?x, '(((a{900}b){900}c){2,900})') }",
                "SELECT (REPLACE('ab', '(a)\\\\1', 'c') AS ?x) {}"
            })
    void refusesAPatternOfTheQueryThatCannotBeUsed(String text) {
        assertThatThrownBy(() -> bounded(QueryFactory.create(text)))
                .isInstanceOfSatisfying(
                        QueryRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(QueryRefusedException.Reason.PATTERN));
    }

    @Test
    void countsRepetitionsWhereTheyMultiplyOnly() {
        assertThat(RegexSize.isTooLarge("(\\d{4}-\\d{2}-\\d{2}){10}|[a-z]{1000}[0-9]{1000}(x{3,}){5}"))
                .isFalse();
        assertThat(RegexSize.isTooLarge("(a{1000}){1000}")).isTrue();
        assertThat(RegexSize.isTooLarge("((ab){1,500}c){500}")).isTrue();
        assertThat(RegexSize.isTooLarge("a".repeat(30_000))).isTrue();
    }

    private static List<String> bounded(Query query) {
        QueryLimits limits = new Limits().make();
        DatasetGraph dataset = DatasetGraphFactory.create();
        try (QueryRunner runner = new QueryRunner(limits)) {
            return runner.run(
                    "test",
                    null,
                    20_000,
                    meter -> new Evaluation(limits, new RemoteEndpoints(limits), meter)
                            .evaluate(query, dataset, dataset.getDefaultGraph(), found -> {
                                List<String> rows = new ArrayList<>();
                                ((Found.Rows) found).rows().forEachRemaining(row -> rows.add(row.toString()));
                                return rows;
                            }));
        }
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
