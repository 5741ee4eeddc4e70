package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** By the Functions and Operators of XPath, 5.6.1 and 5.6.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "REGEX('abracadabra', 'a.a');true",
                "REGEX('hello world', 'hello[ ]world', CONCAT('x', ''));true",
                "REGEX('helloworld', 'hello[ ]world', CONCAT('x', ''));false",
                "REGEX('helloworld', 'hello[ ]world', 'x');refused",
                "REGEX('helloworld', 'hello world', 'x');true",
                "REGEX('é', '^\\\\w$');true",
                "REGEX('-', '^\\\\W$');true",
                "REGEX('_', '^\\\\w$');false",
                "REGEX('٣', '^\\\\d$');true",
                "REGEX('٣', '^[\\\\D]$');false",
                "REGEX('a\\rb', 'a.b');false",
                "REGEX('a\\nb', 'a.b', 's');true",
                "REGEX('a&b', '^[a-b&]+$');true",
                "REGEX('x', '[a-z&&[^x]]');refused",
                "REGEX('b', '[a-z-[aeiou]]');refused",
                "REGEX('b', '[[:alpha:]]');refused",
                "REGEX('b', '\\\\i\\\\c*');refused",
                "REGEX('b', '\\\\C');refused",
                "REGEX('[b', '[\\\\[a]b');true",
                "REGEX('ab', 'A B', 'xi');true",
                "REGEX('a.b', 'a.b', 'q');true",
                "REGEX('axb', 'a.b', 'q');false",
                "REPLACE('a.b', '.', '$0', 'q') = 'a$0b';true",
                "REPLACE('abracadabra', 'bra', '*') = 'a*cada*';true",
                "REPLACE('abracadabra', 'a(.)', 'a$1$1') = 'abbraccaddabbra';true",
                "REPLACE('darted', '^(.*?)d(.*)$', '$1c$2') = 'carted';true"
            })
    void meansWhatXPathMeans(String expression, String expected) {
        String text = "SELECT (" + expression + " AS ?x) {}";
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> bounded(QueryGuard.parse(text, "https://example.org/sparql")))
                    .isInstanceOfSatisfying(
                            QueryRefusedException.class,
                            e -> assertThat(e.reason()).isEqualTo(QueryRefusedException.Reason.PATTERN));
        } else {
            assertThat(bounded(QueryFactory.create(text)))
                    .singleElement()
                    .asString()
                    .isEqualTo("( ?x = " + expected + " )");
        }
    }

    /** By the Functions and Operators of XPath, 5.4.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SUBSTR('motor car', 6);' car'",
                "SUBSTR('metadata', 4, 3);ada",
                "SUBSTR('12345', 1.5, 2.6);234",
                "SUBSTR('12345', 0, 3);12",
                "SUBSTR('12345', 5, -3);''",
                "SUBSTR('12345', -3, 5);1",
                "SUBSTR('12345', 0e0 / 0e0, 3);''",
                "SUBSTR('12345', 1, 0e0 / 0e0);''",
                "SUBSTR('12345', -42, 1e0 / 0e0);12345",
                "SUBSTR('12345', -1e0 / 0e0, 1e0 / 0e0);''",
                "SUBSTR('abc', -1);abc",
                "SUBSTR('a\uD83D\uDE00b', 2, 1);\uD83D\uDE00",
                "SUBSTR('abc', 9);''"
            })
    void cutsTextsAsXPathDoes(String expression, String expected) {
        Query query = QueryFactory.create("SELECT (" + expression + " AS ?x) {}");
        assertThat(bounded(query)).singleElement().asString().endsWith("?x = \"" + expected + "\" )");
    }

    private static List<String> bounded(Query query) {
        QueryLimits limits = new Limits().make();
        DatasetGraph dataset = DatasetGraphFactory.create();
        try (QueryRunner runner = new QueryRunner(limits)) {
            return runner.run(
                    "test",
                    null,
                    20_000,
                    meter -> new Evaluation(new EmbeddedEngine(RemoteEndpoints.NONE), limits, meter)
                            .evaluate(query, new QueryScope(dataset, "", new DatasetDescription()), found -> {
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
