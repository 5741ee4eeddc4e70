package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.werkgraaf.query.QueryRefusedException.Reason;

class QueryGuardTest {
    private final QueryGuard guard =
            new QueryGuard(OfferedFunctions.functions(), new RemoteEndpoints(new Limits().make()));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            value = {
                "REMOTE :: SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
                "REMOTE :: SELECT * { SERVICE SILENT <http://example.org/> { ?s ?p ?o } }",
                "REMOTE :: SELECT * { ?s ?p ?e . SERVICE ?e { ?s ?p ?o } }",
                "REMOTE :: SELECT * { { SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } } } }",
                "REMOTE :: SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } }",
                "REMOTE :: SELECT * { ?s ?p ?o MINUS { SERVICE <http://example.org/> { ?s ?p ?o } } }",
                "UNKNOWN_FUNCTION :: SELECT * { ?s ?p ?o FILTER <java:java.lang.System.exit>(1) }",
                "UNKNOWN_FUNCTION :: SELECT (<http://jena.apache.org/ARQ/function#wait>(1000) AS ?x) { ?s ?p ?o }",
                "UNKNOWN_FUNCTION :: SELECT * { ?s ?p ?o } ORDER BY <http://jena.apache.org/ARQ/function#wait>(1)",
                "UNKNOWN_FUNCTION :: SELECT (SUM(<http://example.org/f>(?o)) AS ?n) { ?s ?p ?o }",
                "UNKNOWN_FUNCTION :: SELECT ?k { ?s ?p ?o } GROUP BY (<http://example.org/f>(?o) AS ?k)",
                "UNKNOWN_FUNCTION :: SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (<http://example.org/f>(COUNT(*)) > 1)",
                "UNKNOWN_FUNCTION :: SELECT * { ?s ?p ?o FILTER <http://www.w3.org/2005/xpath-functions#matches>(?o, 'a') }",
                "UNKNOWN_FUNCTION :: SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(9, 9) AS ?n) {}"
            })
    void refusesWhatWouldReachOutOrEscape(Reason reason, String query) {
        assertThatThrownBy(() -> guard.check(QueryFactory.create(query, Syntax.syntaxARQ)))
                .isInstanceOfSatisfying(QueryRefusedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.getMessage()).contains(".");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o }",
                "SELECT * { ?s <urn:p>+/<urn:q>* ?o }",
                "SELECT * { ?s (<urn:p>|<urn:q>)* ?o }",
                "SELECT * { ?s ((<urn:p>|^<urn:p>)*/<urn:p>+)* ?o }",
                "SELECT (STRLEN(?o) AS ?n) (<http://www.w3.org/2001/XMLSchema#integer>(?o) AS ?i) { ?s ?p ?o }",
                "SELECT (<http://www.w3.org/2005/xpath-functions#upper-case>(?o) AS ?u) { ?s ?p ?o }",
                "CONSTRUCT WHERE { ?s ?p ?o }",
                "DESCRIBE <urn:s>",
                "ASK {}",
                "SELECT * { GRAPH ?g { ?s ?p ?o } FILTER EXISTS { ?s a ?c } }"
            })
    void letsOrdinaryQueriesPass(String query) {
        assertThatCode(() -> guard.check(QueryFactory.create(query))).doesNotThrowAnyException();
    }

    @Test
    void knowsWhichAnswersMayBeRemembered() {
        assertThat(guard.check(QueryFactory.create("SELECT (STRLEN(?o) AS ?n) { ?s ?p ?o }")))
                .isTrue();
        assertThat(guard.check(QueryFactory.create("SELECT (NOW() AS ?n) { ?s ?p ?o }")))
                .isFalse();
        assertThat(guard.check(QueryFactory.create("SELECT ?s { ?s ?p ?o } ORDER BY RAND()")))
                .isFalse();
        assertThat(guard.check(QueryFactory.create("SELECT ?s { ?s ?p ?o FILTER EXISTS { FILTER(?s = UUID()) } }")))
                .isFalse();
    }

    @Test
    void readsQueriesOfOrdinaryDepthOnly() {
        String open = "{ ".repeat(101) + "} ".repeat(101);
        assertThatThrownBy(() -> parse("SELECT * " + open))
                .isInstanceOfSatisfying(
                        QueryRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NESTED));
        String harmless = "SELECT * { BIND('" + "(".repeat(200) + "' AS ?a) # " + "(".repeat(200) + "\n"
                + " ?s <http://example.org/" + "(".repeat(200) + "> \"\"\"" + "{".repeat(200)
                + "\"\"\" . FILTER(1 < 2) }";
        assertThatCode(() -> parse(harmless)).doesNotThrowAnyException();
    }

    @Test
    void refusesMorePatternsThanCanBePlannedInTime() {
        assertThatCode(() -> guard.check(parse("SELECT * { " + "?s ?p ?o . ".repeat(900) + "}")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.check(parse("SELECT * { " + "{ ?s ?p ?o } ".repeat(600) + "}")))
                .isInstanceOfSatisfying(
                        QueryRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NESTED));
    }

    @Test
    void readsSparqlOfTheStandardOnly() {
        for (String text : new String[] {
            "JSON { 'a': ?s } WHERE { ?s ?p ?o }",
            "SELECT * { LET (?a := 1) }",
            "SELECT * { ?s ?p ?o LATERAL { SELECT * { ?s ?p ?o } LIMIT 1 } }",
            "SELECT (CALL(<java:java.lang.System.exit>, 1) AS ?a) {}"
        }) {
            assertThatThrownBy(() -> parse(text)).isInstanceOf(QueryParseException.class);
        }
    }

    @Test
    void refusesGraphsThatAreNotPublished() {
        DatasetDescription description = new DatasetDescription();
        description.addDefaultGraphURI("file:///etc/passwd");
        assertThatThrownBy(() -> guard.check(description, iri -> false))
                .isInstanceOf(QueryRefusedException.class)
                .hasMessageContaining("file:///etc/passwd");
        assertThatCode(() -> guard.check(description, iri -> true)).doesNotThrowAnyException();
    }

    @Test
    void resolvesRelativeIrisAgainstTheAddressOfTheEndpoint() {
        Query query = parse("DESCRIBE <id/technique/keylogging> </graph/ontology>");
        assertThat(query.getResultURIs())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "https://example.org/id/technique/keylogging", "https://example.org/graph/ontology");
    }

    @Test
    void saysWhatIsWrongWithAPatternThatNobodyCanRead() {
        assertThatThrownBy(() -> parse("SELECT * { ?s ?p ?o FILTER REGEX(?o, '(') }"))
                .isInstanceOfSatisfying(QueryRefusedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.PATTERN);
                    assertThat(e.getMessage()).doesNotContain("java.").contains("XPath");
                });
    }

    private static Query parse(String text) {
        return QueryGuard.parse(text, "https://example.org/sparql");
    }
}
