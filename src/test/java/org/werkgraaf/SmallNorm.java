package org.werkgraaf;

/** A duty to tell people of the use of one technique, with a case of the check and a competency question, in a {@link SmallContent}. */
public final class SmallNorm {
    /** The concept schemes that it takes values from. */
    public static String[] schemes() {
        return new String[] {"instrument-kind", "bindingness"};
    }

    /** The title of the case. */
    public static final String CASE = "Technique 1 in the Netherlands";

    /** The file and title of the case. */
    public static final String NAME = "small.yaml: " + CASE;

    /** Has the condition ask for technique 2 in place of technique 1. */
    public static final String OTHER_TECHNIQUE = """
            D <https://w3id.org/werkgraaf/id/condition/tell> <https://w3id.org/werkgraaf/ontology#usesTechnique> <https://w3id.org/werkgraaf/id/technique/technique-1> <https://w3id.org/werkgraaf/id/passage/small-norm-l1> .
            A <https://w3id.org/werkgraaf/id/condition/tell> <https://w3id.org/werkgraaf/ontology#usesTechnique> <https://w3id.org/werkgraaf/id/technique/technique-2> <https://w3id.org/werkgraaf/id/passage/small-norm-l1> .
            """;

    /** Has a place say no more that technique 1 gives stress. */
    public static final String NO_STRESS = """
            D <https://w3id.org/werkgraaf/id/technique/technique-1> <https://w3id.org/werkgraaf/ontology#poses> <https://w3id.org/werkgraaf/id/risk/work-stress> <https://w3id.org/werkgraaf/id/passage/small-source-l1> .
            D <https://w3id.org/werkgraaf/id/technique/technique-1> <https://w3id.org/werkgraaf/ontology#poses> <https://w3id.org/werkgraaf/id/risk/work-stress> <https://w3id.org/werkgraaf/id/passage/other-source-l1> .
            """;

    private SmallNorm() {}

    /** Writes it beside what is there. */
    public static void write(SmallContent content) {
        content.write("data/entities/norms.ttl", """
                id:instrument\\/act
                    a wg:Instrument ;
                    skos:prefLabel "Wet"@nl , "Act"@en , "Loi"@fr ;
                    skos:altLabel "wetje"@nl ;
                    skos:definition "Een kleine wet."@nl , "A small act."@en ;
                    wg:instrumentKind id:instrument-kind\\/act ;
                    wg:bindingness id:bindingness\\/binding ;
                    wg:jurisdiction id:jurisdiction\\/nl .

                id:provision\\/act-1
                    a wg:Provision ;
                    skos:prefLabel "Artikel 1"@nl , "Article 1"@en , "Article 1"@fr ;
                    skos:definition "Wat men moet zeggen."@nl , "What one must say."@en ;
                    wg:number "1" ;
                    wg:partOf id:instrument\\/act .

                id:obligation\\/tell
                    a wg:Obligation ;
                    skos:prefLabel "Vertellen"@nl , "Telling"@en , "Dire"@fr ;
                    skos:altLabel "zeggen"@nl ;
                    skos:definition "Zeggen wat men doet."@nl , "Saying what one does."@en .

                id:condition\\/tell
                    a wg:Condition ;
                    skos:prefLabel "Bij techniek 1"@nl , "With technique 1"@en , "Avec le procédé 1"@fr .
                """);
        content.write("data/sources/small-norm.trig", """
                id:source\\/small-norm
                    a wg:Source ;
                    dcterms:title "Een norm"@nl ;
                    skos:prefLabel "Norm"@nl , "Norm"@en , "Norme"@fr ;
                    wg:verification id:verification\\/secondary .

                id:passage\\/small-norm-l1
                    a wg:Passage ;
                    wg:inSource id:source\\/small-norm ;
                    wg:line "1" ;
                    wg:paraphrase "Wie techniek 1 gebruikt, zegt dat."@nl , "Who uses technique 1 says so."@en .

                id:passage\\/small-norm-l1 {
                    id:obligation\\/tell
                        wg:condition id:condition\\/tell .
                    id:condition\\/tell
                        wg:laidDownIn id:provision\\/act-1 ;
                        wg:inTerritory id:jurisdiction\\/nl ;
                        wg:usesTechnique id:technique\\/technique-1 .
                }
                """);
        content.writeRaw("queries/scenarios/asked-on.txt", "2026-11-29\n");
        content.writeRaw("queries/scenarios/small.yaml", """
                - title: %s
                  given: {technique: technique-1, jurisdiction: nl}
                  expect:
                    applies: [obligation/tell]
                  why: Article 1.
                  but:
                    - {with: {technique: technique-3}, absent: these, why: "Of another technique."}
                """.formatted(CASE));
        content.writeRaw("queries/competency/manifest.ttl", """
                PREFIX mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>
                PREFIX qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                <> a mf:Manifest ; mf:entries ( <#stress> ) .
                <#stress> a mf:QueryEvaluationTest ;
                    mf:name "cq-stress" ;
                    rdfs:comment "What gives stress?"@en , "Wat geeft stress?"@nl ;
                    mf:action [ qt:query <cq-stress.rq> ; qt:data <../../data/> ] ;
                    mf:result <cq-stress.csv> .
                """);
        content.writeRaw("queries/competency/cq-stress.rq", """
                PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
                SELECT ?technique ?risk WHERE { ?technique wg:poses ?risk } ORDER BY ?technique ?risk
                """);
    }
}
