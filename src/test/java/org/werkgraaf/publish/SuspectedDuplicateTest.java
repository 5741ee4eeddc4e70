package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SuspectedDuplicateTest {
    private static Graph graph(String body) {
        return RDFParser.fromString("""
                        PREFIX id: <https://w3id.org/werkgraaf/id/>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
                        """ + body, Lang.TURTLE).toGraph();
    }

    private static Tuple[] found(String body) {
        return SuspectedDuplicate.all(graph(body)).stream()
                .map(each ->
                        Tuple.tuple(each.reason(), each.one().id(), each.other().id()))
                .toArray(Tuple[]::new);
    }

    @Test
    void theSameIdentifierOrPartyAndDayIsSuspect() {
        assertThat(found("""
                id:case\\/a a wg:Case ; wg:ecli "ECLI:NL:HR:2020:1" ; wg:decidedOn "2020-01-02" ; wg:defendant id:organisation\\/x .
                id:case\\/b a wg:Case ; wg:ecli "ECLI:NL:HR:2020:1" .
                id:case\\/c a wg:Case ; wg:decidedOn "2020-01-02" ; wg:party id:organisation\\/x .
                id:case\\/d a wg:Case ; wg:decidedOn "2020-01-03" ; wg:party id:organisation\\/x .
                id:instrument\\/e a wg:Instrument ; wg:ecli "ECLI:NL:HR:2020:1" .
                """))
                .containsExactly(
                        Tuple.tuple("identifier", "case/a", "case/b"),
                        Tuple.tuple("party-and-date", "case/a", "case/c"));
    }

    @Test
    void namesThatDifferByALetterOrByNothingThatCountsAreSuspect() {
        assertThat(found("""
                id:organisation\\/a a wg:Organisation ; skos:prefLabel "Université de Genève"@fr .
                id:organisation\\/b a wg:Organisation ; skos:prefLabel "Universite de geneve"@fr .
                id:organisation\\/c a wg:Organisation ; skos:prefLabel "Bond voor arbeid"@nl .
                id:organisation\\/d a wg:Organisation ; skos:prefLabel "Bond van arbeid"@nl .
                id:organisation\\/e a wg:Organisation ; skos:prefLabel "Bond voor arbeit"@nl .
                id:organisation\\/f a wg:Organisation ; skos:prefLabel "Wet van 2019"@nl .
                id:organisation\\/g a wg:Organisation ; skos:prefLabel "Wet van 2018"@nl .
                id:risk\\/h a wg:Risk ; skos:prefLabel "Bond voor arbeid"@nl .
                """))
                .containsExactly(
                        Tuple.tuple("name", "organisation/a", "organisation/b"),
                        Tuple.tuple("name", "organisation/c", "organisation/e"));
    }

    @Test
    void thereAreNoMoreThanAPageHolds() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            body.append("id:case\\/n").append(i).append(" a wg:Case ; wg:ecli \"ECLI:X\" .\n");
        }
        assertThat(SuspectedDuplicate.all(graph(body.toString()))).hasSize(SuspectedDuplicate.MOST);
    }
}
