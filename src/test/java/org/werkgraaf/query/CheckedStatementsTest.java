package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

class CheckedStatementsTest {
    private static final String PREFIXES = """
            PREFIX id: <https://w3id.org/werkgraaf/id/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            """;
    private static final String PRIMARY = "id:verification\\/primary";
    private static final String SECONDARY = "id:verification\\/secondary";

    private static final CheckedStatements CHECKED = new CheckedStatements(Set.of(
            term("takes"), term("outcome"), term("status"), term("trigger"), term("implements"), term("appliesFrom")));

    private final Graph graph = GraphFactory.createDefaultGraph();
    private int claims;

    @Test
    void keepsWhatWasCheckedSoFar() {
        states("id:read wg:takes id:d", PRIMARY);
        states("id:told wg:takes id:d", SECONDARY);

        assertThat(found("?x wg:takes id:d", "primary")).containsExactly("read");
        assertThat(found("?x wg:takes id:d", "secondary")).containsExactly("told");
    }

    @Test
    void asksItOfEachStatement() {
        states("id:both wg:takes id:d", PRIMARY);
        states("id:both wg:outcome id:o", PRIMARY);
        states("id:one wg:takes id:d", PRIMARY);
        states("id:one wg:outcome id:o", SECONDARY);

        assertThat(found("?x wg:takes id:d ; wg:outcome id:o", "primary")).containsExactly("both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?x wg:takes|wg:outcome id:d",
                "id:d ^wg:takes ?x",
                "?product wg:implements/wg:takes id:d . BIND(?product AS ?x)",
                "?x wg:implements?/wg:takes id:d . FILTER(STRENDS(STR(?x), '-product'))",
                "{ ?x wg:takes id:d } UNION { ?x wg:outcome id:none }",
                "{ SELECT ?x WHERE { ?x wg:takes id:d } GROUP BY ?x HAVING(COUNT(*) > 0) }",
                "VALUES ?how { wg:takes } ?x ?how id:d",
                "?claim rdf:subject ?x ; rdf:predicate wg:takes ; rdf:object id:d"
            })
    void readsPathsPartsAndClaims(String pattern) {
        states("id:read-product wg:implements id:read", PRIMARY);
        states("id:told-product wg:implements id:told", PRIMARY);
        states("id:read wg:takes id:d", PRIMARY);
        states("id:told wg:takes id:d", SECONDARY);

        assertThat(found(pattern, "primary")).isNotEmpty().allMatch(each -> each.startsWith("read"));
        assertThat(found(pattern, "secondary")).allMatch(each -> each.startsWith("told"));
    }

    @Test
    void leavesOutWhatMayBeMissingUnlessAConditionReadsIt() {
        states("id:case wg:takes id:d", PRIMARY);
        states("id:case wg:status id:lost", SECONDARY);

        assertThat(values("?x wg:takes id:d OPTIONAL { ?x wg:status ?value }", "primary"))
                .containsExactly("case -");
        assertThat(values(
                        "?x wg:takes id:d OPTIONAL { ?x wg:status ?value } FILTER(!BOUND(?value) || ?value = id:lost)",
                        "primary"))
                .isEmpty();
        assertThat(values("?x wg:takes id:d OPTIONAL { ?x wg:status ?value }", null))
                .containsExactly("case lost");
    }

    @Test
    void asksTheConditionsOfANormForWhatIsDerivedFromThem() {
        add("id:norm wg:condition id:condition . id:norm wg:trigger id:d .");
        add("id:other wg:condition id:another . id:other wg:trigger id:d .");
        states("id:condition wg:usesTechnique id:d", PRIMARY);
        states("id:another wg:usesTechnique id:d", SECONDARY);

        assertThat(found("?x wg:trigger id:d", "primary")).containsExactly("norm");
    }

    @Test
    void asksTheStatementForADayThatIsDerivedFromIt() {
        add("id:read wg:holdsFrom '2020-01-01' . id:told wg:holdsFrom '2020-01-01' .");
        states("id:read wg:appliesFrom '2020-01-01'", PRIMARY);
        states("id:told wg:appliesFrom '2020-01-01'", SECONDARY);

        assertThat(found("?x wg:holdsFrom ?day", "primary")).containsExactly("read");
    }

    @Test
    void takesWhatNoSourceStatesAsItIs() {
        add("id:thing skos:prefLabel 'name' ; wg:takes id:d .");

        assertThat(found("?x skos:prefLabel ?name ; wg:takes id:d", "primary")).containsExactly("thing");
    }

    @Test
    void doesNotNarrowWhatIsAbsent() {
        states("id:x wg:takes id:d", PRIMARY);
        states("id:x wg:outcome id:o", SECONDARY);

        assertThat(found("?x wg:takes id:d FILTER NOT EXISTS { ?x wg:outcome id:o }", "primary"))
                .isEmpty();
    }

    @Test
    void tellsWhatReadsStatements() {
        assertThat(CHECKED.reads(query("?x wg:takes ?y"))).isTrue();
        assertThat(CHECKED.reads(query("?x skos:prefLabel ?y"))).isFalse();
        assertThat(CHECKED.reads(query("?x skos:prefLabel ?y OPTIONAL { ?x wg:takes ?z }")))
                .isFalse();
        assertThat(CHECKED.reads(query("?x skos:prefLabel ?y FILTER NOT EXISTS { ?x wg:takes ?z }")))
                .isFalse();
    }

    @Test
    void leavesTheQueryAsItIs() {
        Query query = query("?x wg:takes ?y");
        String before = query.serialize();
        CHECKED.narrow(query, level("primary"));
        assertThat(query.serialize()).isEqualTo(before);
    }

    private List<String> found(String pattern, String level) {
        return run("SELECT DISTINCT ?x WHERE { " + pattern + " } ORDER BY ?x", level).stream()
                .map(row -> row.split(" ")[0])
                .toList();
    }

    private List<String> values(String pattern, String level) {
        return run("SELECT ?x ?value WHERE { " + pattern + " } ORDER BY ?x", level);
    }

    private List<String> run(String select, String level) {
        Query query = QueryFactory.create(PREFIXES + select);
        if (level != null) {
            query = CHECKED.narrow(query, level(level));
        }
        try (QueryExec execution =
                QueryExec.dataset(DatasetGraphFactory.wrap(graph)).query(query).build()) {
            return execution.select().stream()
                    .map(row -> row.get("x").getLocalName() + " "
                            + (row.get("value") == null ? "-" : row.get("value").getLocalName()))
                    .toList();
        }
    }

    private static Query query(String pattern) {
        return QueryFactory.create(PREFIXES + "SELECT ?x WHERE { " + pattern + " } ORDER BY ?x");
    }

    private void states(String statement, String level) {
        String[] parts = statement.split(" ");
        add(statement + " .");
        add("id:claim" + ++claims + " a wg:Claim ; rdf:subject " + parts[0] + " ; rdf:predicate " + parts[1]
                + " ; rdf:object " + parts[2] + " ; wg:verification " + level + " .");
    }

    private void add(String turtle) {
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    }

    private static Node level(String slug) {
        return new ThingId("verification", slug).node();
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Wg.NS + name);
    }
}
