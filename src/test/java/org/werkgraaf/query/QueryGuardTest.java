package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.werkgraaf.query.QueryRefusedException.Reason;

class QueryGuardTest {
    private final QueryGuard guard = new QueryGuard(OfferedFunctions.functions());

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
                "UNBOUNDED_PATH :: SELECT * { ?s ((<urn:p>|^<urn:p>)*/<urn:p>+)* ?o }",
                "UNBOUNDED_PATH :: SELECT * { ?s (<urn:p>+)+ ?o }",
                "UNBOUNDED_PATH :: SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s (<urn:p>*)* ?o } }"
            })
    void refusesWhatWouldReachOutOrEscape(Reason reason, String query) {
        assertThatThrownBy(() -> guard.check(QueryFactory.create(query, Syntax.syntaxARQ)))
                .isInstanceOfSatisfying(QueryRefusedException.class, e -> {
                    org.assertj.core.api.Assertions.assertThat(e.reason()).isEqualTo(reason);
                    org.assertj.core.api.Assertions.assertThat(e.getMessage()).contains(".");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o }",
                "SELECT * { ?s <urn:p>+/<urn:q>* ?o }",
                "SELECT * { ?s (<urn:p>|<urn:q>)* ?o }",
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
    void refusesGraphsThatAreNotPublished() {
        DatasetDescription description = new DatasetDescription();
        description.addDefaultGraphURI("file:///etc/passwd");
        assertThatThrownBy(() -> guard.check(description, iri -> false))
                .isInstanceOf(QueryRefusedException.class)
                .hasMessageContaining("file:///etc/passwd");
        assertThatCode(() -> guard.check(description, iri -> true)).doesNotThrowAnyException();
    }
}
