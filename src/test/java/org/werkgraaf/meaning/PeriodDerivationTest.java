package org.werkgraaf.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class PeriodDerivationTest {
    private static final String PREFIXES = """
            PREFIX id: <https://w3id.org/werkgraaf/id/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    @Test
    void takesTheDateOfTheNearestPartThatHasOne() {
        assertThat(derived("""
                        id:act a wg:Instrument ; wg:inForceFrom "2020-01-01"^^xsd:date ; wg:appliesFrom "2021-01-01"^^xsd:date .
                        id:art a wg:Provision ; wg:partOf id:act .
                        id:art-2 a wg:Provision ; wg:partOf id:act ; wg:appliesFrom "2022-01-01"^^xsd:date .
                        id:art-2-1 a wg:Provision ; wg:partOf id:art-2 .
                        """))
                .containsExactlyInAnyOrder(
                        "act datedBy act",
                        "art datedBy act",
                        "art-2 datedBy art-2",
                        "art-2-1 datedBy art-2",
                        "act holdsFrom 2021-01-01",
                        "art holdsFrom 2021-01-01",
                        "art-2 holdsFrom 2022-01-01",
                        "art-2-1 holdsFrom 2022-01-01");
    }

    @Test
    void givesWhatALaterActBroughtInNotTheDayOfItsWhole() {
        assertThat(derived("""
                        id:act a wg:Instrument ; wg:inForceFrom "1886-09-01"^^xsd:date ; wg:broughtInBy "Stb. 1881, 35" .
                        id:later a wg:Provision ; wg:partOf id:act ; wg:broughtInBy "Stb. 1971, 180" .
                        id:later-1 a wg:Provision ; wg:partOf id:later .
                        id:dated a wg:Provision ; wg:partOf id:act ; wg:broughtInBy "Stb. 2003, 198" ;
                            wg:inForceFrom "2004-01-01"^^xsd:date .
                        """))
                .containsExactlyInAnyOrder(
                        "act datedBy act",
                        "act holdsFrom 1886-09-01",
                        "later undated true",
                        "later-1 undated true",
                        "dated datedBy dated",
                        "dated holdsFrom 2004-01-01");
    }

    @Test
    void givesWhatTheActOfItsWholeBroughtInTheDayOfThat() {
        assertThat(derived("""
                        id:act a wg:Instrument ; wg:inForceFrom "1971-04-01"^^xsd:date ; wg:broughtInBy "Stb. 1971, 54" .
                        id:first a wg:Provision ; wg:partOf id:act ; wg:broughtInBy "Stb. 1971, 54" .
                        """)).contains("first datedBy act", "first holdsFrom 1971-04-01");
    }

    @Test
    void endsAMovedPeriodOnItsLastDayAsLaw() {
        assertThat(derived("""
                        id:art a wg:Provision ; wg:applicability id:old , id:new .
                        id:old wg:appliesFrom "2026-08-02"^^xsd:date ; wg:knownUntil "2026-07-26"^^xsd:date .
                        id:new wg:appliesFrom "2027-12-02"^^xsd:date .
                        """))
                .containsExactlyInAnyOrder(
                        "art datedBy old",
                        "art datedBy new",
                        "old holdsFrom 2026-08-02",
                        "old holdsUntil 2026-07-26",
                        "new holdsFrom 2027-12-02",
                        "art holdsFrom 2027-12-02");
    }

    @Test
    void givesAThingWhoseDatesWereAllMovedNoFirstDay() {
        assertThat(derived("""
                        id:art a wg:Provision ; wg:applicability id:old .
                        id:old wg:appliesFrom "2026-08-02"^^xsd:date ; wg:knownUntil "2026-07-26"^^xsd:date .
                        """))
                .containsExactlyInAnyOrder("art datedBy old", "old holdsFrom 2026-08-02", "old holdsUntil 2026-07-26");
    }

    @Test
    void endsAThingOnTheLastDayOfAllItsPeriodsOnly() {
        assertThat(derived("""
                        id:art a wg:Provision ; wg:applicability id:one , id:two .
                        id:one wg:appliesFrom "2020-01-01"^^xsd:date ; wg:appliesUntil "2020-12-31"^^xsd:date .
                        id:two wg:appliesFrom "2022-01-01"^^xsd:date ; wg:inForceUntil "2022-12-31"^^xsd:date .
                        id:right a wg:Right .
                        id:art wg:creates id:right .
                        id:other a wg:Provision ; wg:creates id:right ; wg:inForceFrom "2021-01-01"^^xsd:date .
                        """))
                .contains("art holdsFrom 2020-01-01", "art holdsUntil 2022-12-31", "right holdsFrom 2020-01-01")
                .noneMatch(statement -> statement.startsWith("right holdsUntil"));
    }

    @Test
    void datesACaseByItsDecisionAndMarksOneWithout() {
        assertThat(derived("""
                        id:case a wg:Case ; wg:decidedOn "2023-12-27"^^xsd:date .
                        id:open a wg:Case ; wg:publishedOn "2024-01-23"^^xsd:date .
                        id:practice a wg:Technique .
                        """))
                .containsExactlyInAnyOrder("case datedBy case", "case holdsFrom 2023-12-27", "open undated true");
    }

    @Test
    void endsAVersionWhereTheNextBeginsAndLeavesItsProvisionAlone() {
        assertThat(derived("""
                        id:art a wg:Provision ; wg:appliesFrom "2018-05-25"^^xsd:date .
                        id:v1 a wg:Version ; wg:versionOf id:art ; wg:inForceFrom "2020-01-01"^^xsd:date .
                        id:v2 a wg:Version ; wg:versionOf id:art ; wg:inForceFrom "2026-09-01"^^xsd:date .
                        """))
                .containsExactlyInAnyOrder(
                        "art datedBy art",
                        "art holdsFrom 2018-05-25",
                        "v1 datedBy v1",
                        "v1 holdsFrom 2020-01-01",
                        "v1 holdsUntil 2026-08-31",
                        "v2 datedBy v2",
                        "v2 holdsFrom 2026-09-01");
    }

    @Test
    void givesAConditionTheDatesOfTheProvisionThatLaysItDown() {
        assertThat(derived("""
                        id:act a wg:Instrument ; wg:inForceFrom "2018-05-25"^^xsd:date .
                        id:art a wg:Provision ; wg:partOf id:act .
                        id:c1 a wg:Condition ; wg:laidDownIn id:art .
                        id:c2 a wg:Condition ; wg:laidDownIn id:art ; wg:appliesFrom "2027-01-01"^^xsd:date .
                        """))
                .contains("c1 datedBy act", "c1 holdsFrom 2018-05-25", "c2 datedBy c2", "c2 holdsFrom 2027-01-01");
    }

    /** A class or property that the ontology gets later takes part without a change of code. */
    @Test
    void takesTheClassesAndPropertiesThatTheOntologyMarks() {
        assertThat(derived("""
                        wg:Permit wg:holdsInTime true . wg:season wg:listsPeriods true . wg:grants wg:datesPassTo "object" .
                        id:art a wg:Provision ; wg:inForceFrom "2018-05-25"^^xsd:date ; wg:grants id:one , id:two .
                        id:one a wg:Permit . id:two a wg:Permit ; wg:season id:summer .
                        id:summer wg:inForceFrom "2026-06-01"^^xsd:date ; wg:inForceUntil "2026-08-31"^^xsd:date .
                        """)).contains("one datedBy art", "two datedBy summer", "two holdsUntil 2026-08-31");
    }

    @Test
    void givesNoPartTheSeveralPeriodsOfItsAct() {
        assertThat(derived("""
                        id:act a wg:Instrument ; wg:applicability id:one , id:two .
                        id:art a wg:Provision ; wg:partOf id:act .
                        id:one wg:appliesFrom "2025-01-01"^^xsd:date .
                        id:two wg:appliesFrom "2026-01-01"^^xsd:date .
                        """))
                .contains("act datedBy one", "act datedBy two")
                .doesNotContain("art datedBy one", "art datedBy two");
    }

    @Test
    void leavesOutARepealedActWithoutALastDay() {
        assertThat(derived("""
                        id:act a wg:Instrument ; wg:bindingness <https://w3id.org/werkgraaf/id/bindingness/repealed> ;
                            wg:inForceFrom "2001-09-01"^^xsd:date .
                        """)).containsExactly("act undated true");
    }

    @Test
    void doesNotCountADateThatEveryPassageHasWrong() {
        assertThat(derived("""
                        id:right a wg:Right ; wg:appliesFrom "2018-05-24"^^xsd:date , "2018-05-25"^^xsd:date .
                        id:claim1 rdf:subject id:right ; rdf:predicate wg:appliesFrom ; rdf:object "2018-05-24"^^xsd:date ;
                            wg:passage id:wrong .
                        id:claim2 rdf:subject id:right ; rdf:predicate wg:appliesFrom ; rdf:object "2018-05-25"^^xsd:date ;
                            wg:passage id:good .
                        id:wrong wg:claimStatus <https://w3id.org/werkgraaf/id/claim-status/mistaken> .
                        """)).containsExactlyInAnyOrder("right datedBy right", "right holdsFrom 2018-05-25");
    }

    @Test
    void endsWhereTheContentHasACircle() {
        assertThat(derived("id:a a wg:Provision ; wg:partOf id:b . id:b a wg:Provision ; wg:partOf id:a ."))
                .containsExactlyInAnyOrder("a undated true", "b undated true");
    }

    private static Set<String> derived(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source("ontology/werkgraaf.ttl").parse(graph);
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return PeriodDerivation.of(graph).stream()
                .map(triple -> triple.getSubject().getURI().replaceFirst(".*/", "") + " "
                        + triple.getPredicate().getLocalName() + " "
                        + (triple.getObject().isURI()
                                ? triple.getObject().getURI().replaceFirst(".*/", "")
                                : triple.getObject().getLiteralLexicalForm()))
                .collect(Collectors.toSet());
    }
}
