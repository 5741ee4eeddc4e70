package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SavedQuestionReaderTest {
    private static final String GOOD = """
            #+ summary: Which techniques take this?
            #+ summary-nl: Welke technieken nemen dit?
            #+ summary-fr: Quelles techniques prennent ceci ?
            #+ description: All of them.
            #+ description-nl: Allemaal.
            #+ description-fr: Toutes.
            #+ tags: [techniques]
            #+ keywords: [data]
            #+ defaults:
            #+   - data: https://w3id.org/werkgraaf/id/data-category/fingerprint
            #+ parameters:
            #+   data:
            #+     values: "?value a wg:DataCategory"
            #+   purpose:
            #+     label: {en: Purpose, nl: Doel, fr: But}
            #+ columns:
            #+   sources: {en: Sources, nl: Bronnen, fr: Sources}
            #+ chart: {kind: bars, label: technique, value: sources}

            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>

            SELECT ?technique (COUNT(?source) AS ?sources)
            WHERE {
              # Not "?_data_iri" and not this one either: ?_data_iri
              ?technique wg:takes ?_data_iri ;
                wg:servesPurpose ?__purpose_iri .
              BIND("?_data_iri" AS ?text)
              OPTIONAL {
                ?passage wg:mentions ?_data_iri ;
                  wg:inSource ?source .
                FILTER(?_lang = "en")
              }
            }
            GROUP BY ?technique
            ORDER BY ?technique
            """;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(GOOD.replaceAll("(?m)^#\\+.*\\n", ""), 1, "no header"),
                Arguments.of(GOOD.replace("tags: [techniques]", "tags: [fashion]"), 1, "topic"),
                Arguments.of(GOOD.replace("#+ summary-fr: Quelles techniques prennent ceci ?\n", ""), 1, "summary-fr"),
                Arguments.of(GOOD.replace("summary-fr: Quelles", "summary-fr: Dis : quelles"), 3, "not YAML"),
                Arguments.of(GOOD.replace("#+ keywords: [data]", "#+ keyword: [data]"), 8, "'keyword'"),
                Arguments.of(GOOD.replace("#+ keywords: [data]", "#+ keywords: data"), 8, "not a list"),
                Arguments.of(GOOD.replace("id/data-category/fingerprint", "id/data category"), 10, "not of the type"),
                Arguments.of(GOOD.replace("- data: https://w3id.org/werkgraaf/id/", "- data: "), 10, "not of the type"),
                Arguments.of(GOOD.replace("- data: https", "- date: https"), 10, "no parameter"),
                Arguments.of(GOOD.replace("?value a wg:DataCategory", "?value a"), 13, "'values'"),
                Arguments.of(GOOD.replace("#+   purpose:", "#+   goal:"), 15, "'goal'"),
                Arguments.of(GOOD.replace("?__purpose_iri", "?__purpose_colour"), 1, "?__purpose_colour"),
                Arguments.of(GOOD.replace("?__purpose_iri", "?_purpose_iri"), 15, "neither a default"),
                Arguments.of(GOOD.replace("#+   sources: {", "#+   numbers: {"), 17, "'numbers'"),
                Arguments.of(GOOD.replace("kind: bars", "kind: pie"), 18, "'pie'"),
                Arguments.of(GOOD.replace("value: sources}", "value: total}"), 18, "'total'"),
                Arguments.of(GOOD.replace("ORDER BY ?technique", "LIMIT 10"), 20, "ORDER BY"),
                Arguments.of(GOOD.replace("ontology#>", "other#>"), 20, "prefix wg"),
                Arguments.of(GOOD.replace("WHERE {", "WHERE { ?technique wg:takes"), 25, "not SPARQL"),
                Arguments.of(GOOD.replace("FILTER(?_lang", "FILTER(BOUND(?_data_iri) && ?_lang"), 1, "BOUND"),
                Arguments.of(GOOD.replace("?_lang = \"en\"", "<java:x>(?_lang)"), 1, "java:x"));
    }

    @Test
    void readsAQuestion() {
        SavedQuestion question = read(GOOD);

        assertThat(question.name()).isEqualTo("what-takes");
        assertThat(question.topic()).isEqualTo("techniques");
        assertThat(question.summary("nl")).isEqualTo("Welke technieken nemen dit?");
        assertThat(question.keywords()).containsExactly("data");
        assertThat(question.parameters()).extracting(QuestionParameter::name).containsExactly("data", "purpose");
        assertThat(question.parameters())
                .extracting(QuestionParameter::required)
                .containsExactly(true, false);
        assertThat(question.chart()).isEqualTo(new QuestionChart(QuestionChart.Kind.BARS, "technique", "sources"));
    }

    @Test
    void fillsParametersIntoTheTextOutsideOfCommentsAndStrings() {
        String text = read(GOOD).query();

        assertThat(text)
                .contains("# Not \"?_data_iri\" and not this one either: ?_data_iri\n")
                .contains("BIND(\"?_data_iri\" AS ?text)")
                .contains("?technique wg:takes <https://w3id.org/werkgraaf/id/data-category/fingerprint> ;")
                .contains("wg:servesPurpose ?__purpose_iri .")
                .contains("FILTER(\"en\" = \"en\")");
        assertThat(QueryFactory.create(text))
                .isEqualTo(read(GOOD).bound(read(GOOD).samples(), "en"));
    }

    @Test
    void keepsTextThatLooksLikeSparqlAnOrdinaryText() {
        String hostile = "\" } SERVICE <http://example.org/> { ?s ?p ?o } #";
        String text = read(GOOD.replace("?__purpose_iri", "?__purpose"))
                .query(Map.of("purpose", NodeFactory.createLiteralString(hostile)), "en");

        assertThat(QueryFactory.create(text).toString()).contains("\\\" } SERVICE <http://example.org/>");
        assertThat(QueryFactory.create(text).getQueryPattern().toString()).doesNotContain("\n    SERVICE");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheLineOfAMistake(String text, int line, String words) {
        QuestionException refused = catchThrowableOfType(QuestionException.class, () -> read(text));

        assertThat(refused).as(words).isNotNull();
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.toString())
                    .startsWith("queries/what-takes.rq:" + line + ": ")
                    .contains(words);
            assertThat(problem.solution()).isNotBlank();
        });
    }

    @Test
    void namesEveryFileThatIsWrong() {
        QuestionException refused = catchThrowableOfType(
                QuestionException.class,
                () -> new SavedQuestionReader(Set.of())
                        .read(Map.of("queries/b.rq", "", "queries/a.rq", "", "queries/c.rq", GOOD)));

        assertThat(refused.problems()).extracting(QuestionProblem::file).contains("queries/a.rq", "queries/b.rq");
        assertThat(refused.problems())
                .extracting(QuestionProblem::file)
                .isSorted()
                .doesNotContain("queries/c.rq");
    }

    private static SavedQuestion read(String text) {
        List<SavedQuestion> questions = new SavedQuestionReader(Set.of()).read(Map.of("queries/what-takes.rq", text));
        assertThat(questions).hasSize(1);
        return questions.get(0);
    }
}
