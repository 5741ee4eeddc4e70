package org.werkgraaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.web.data.ReadyDumps;
import tools.jackson.databind.JsonNode;

/** A class that only the content knows: its shape, its profile and one thing of it. No line of the service is about it. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.storage=memory")
@DirtiesContext
class NewClassTest {
    private static final String CLASS = """

            wg:Workplace
                a owl:Class ;
                rdfs:label "Werkplek"@nl , "Workplace"@en , "Lieu de travail"@fr ;
                skos:definition "A place at which people work."@en , "Een plaats waar mensen werken."@nl ;
                wg:typeSegment "workplace" ;
                dcterms:source <https://w3id.org/werkgraaf/ontology> ;
                rdfs:isDefinedBy <https://w3id.org/werkgraaf/ontology> .

            wg:watchedBy
                a owl:ObjectProperty ;
                rdfs:label "wordt gevolgd met"@nl , "is watched by"@en , "est surveillé par"@fr ;
                wg:inverseLabel "volgt"@nl , "watches"@en , "surveille"@fr ;
                skos:definition "A technique with which people at the place are watched."@en ;
                rdfs:domain wg:Workplace ;
                rdfs:range wg:Technique ;
                wg:claimProperty true ;
                dcterms:source <https://w3id.org/werkgraaf/ontology> ;
                rdfs:isDefinedBy <https://w3id.org/werkgraaf/ontology> .

            wg:nightPay
                a owl:DatatypeProperty ;
                rdfs:label "nachttoeslag"@nl , "night pay"@en , "prime de nuit"@fr ;
                skos:definition "What an hour at night brings at the place."@en ;
                rdfs:domain wg:Workplace ;
                rdfs:range xsd:decimal ;
                wg:claimProperty true ;
                dcterms:source <https://w3id.org/werkgraaf/ontology> ;
                rdfs:isDefinedBy <https://w3id.org/werkgraaf/ontology> .

            wg:payCurrency
                a owl:DatatypeProperty ;
                rdfs:label "munt van de toeslag"@nl , "currency of the pay"@en , "devise de la prime"@fr ;
                skos:definition "The ISO 4217 code of the night pay."@en ;
                rdfs:domain wg:Workplace ;
                rdfs:range xsd:string ;
                wg:claimProperty true ;
                dcterms:source <https://w3id.org/werkgraaf/ontology> ;
                rdfs:isDefinedBy <https://w3id.org/werkgraaf/ontology> .
            """;

    private static final String PROFILE = """

            show:way-Workplace
                skos:definition "Waar mensen werken."@nl , "Where people work."@en , "Où l'on travaille."@fr ;
                show:order 20 .

            show:chapter-watch
                rdfs:label "Wat er kijkt"@nl , "What watches"@en , "Ce qui surveille"@fr .

            wg:Workplace
                show:plural "Werkplekken"@nl , "Workplaces"@en , "Lieux de travail"@fr ;
                show:weight 3 ;
                show:wayIn show:way-Workplace ;
                show:comparedBy 9 ;
                show:countedAs "cases" ;
                show:rule true ;
                show:checkedAs "technique=workplace/{0}" ;
                show:historyFirst true ;
                show:brief "wg:watchedBy" ;
                show:facet "organisation" ;
                show:anchor true ;
                show:askedBy "loods magazijnen"@nl , "warehouses"@en ;
                show:card \"""wg:watchedBy
                    wg:nightPay\""" ;
                show:chapters "watch wg:watchedBy wg:nightPay" .

            wg:watchedBy show:cardWord "Gevolgd met"@nl , "Watched with"@en , "Suivi avec"@fr .
            wg:nightPay show:unit wg:payCurrency ; show:phrase "{0} per nachtuur"@nl , "{0} an hour at night"@en , "{0} l'heure"@fr .
            """;

    private static final String SHAPE = """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX shape: <https://w3id.org/werkgraaf/shape#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>

            shape:WorkplaceShape
                a sh:NodeShape ;
                sh:targetClass wg:Workplace ;
                sh:property shape:LabelDutch , shape:LabelEnglish , shape:LabelFrench .
            """;

    private static final String QUESTION = """
            #+ summary: What do workplaces pay at night?
            #+ summary-nl: Wat betalen werkplekken 's nachts?
            #+ summary-fr: Que paient les lieux de travail la nuit ?
            #+ description: Each workplace with what an hour brings, and the most.
            #+ description-nl: Elke werkplek met wat een uur opbrengt, en het hoogste.
            #+ description-fr: Chaque lieu avec le prix de l'heure, et le maximum.
            #+ tags: [cases]
            #+ columns:
            #+   most: {en: Most, nl: Hoogste, fr: Maximum}
            #+ sums: {most: "wg:nightPay"}

            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>

            SELECT ?workplace ?payCurrency (MAX(?pay) AS ?most) (SAMPLE(?pay) AS ?nightPay)
            WHERE {
              ?workplace wg:nightPay ?pay ;
                wg:payCurrency ?payCurrency .
            }
            GROUP BY ?workplace ?payCurrency
            ORDER BY ?workplace
            """;

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) throws IOException {
        SmallContent content = new SmallContent(folder.resolve("content"), "step-kind");
        append(content, "ontology/werkgraaf.ttl", CLASS);
        append(content, "ontology/presentation.ttl", PROFILE);
        content.writeRaw("ontology/shapes/workplace.ttl", SHAPE);
        content.write("data/entities/workplaces.ttl", """
                id:workplace\\/night-warehouse
                    a wg:Workplace ;
                    skos:prefLabel "Nachtmagazijn"@nl , "Night warehouse"@en , "Entrepôt de nuit"@fr ;
                    skos:altLabel "magazijn in de nacht"@nl ;
                    wg:jurisdiction id:jurisdiction\\/be ;
                    skos:definition "Een magazijn waar 's nachts wordt gewerkt."@nl , "A warehouse with work at night."@en .

                id:step\\/night-warehouse-1
                    a wg:Step ;
                    skos:prefLabel "Het nachtmagazijn gaat open"@nl , "The night warehouse opens"@en , "L'entrepôt ouvre"@fr ;
                    wg:jurisdiction id:jurisdiction\\/be ;
                    skos:definition "De opening."@nl , "The opening."@en .
                """);
        content.write("data/sources/workplace-source.trig", """
                id:source\\/workplace-source
                    a wg:Source ;
                    dcterms:title "Over werkplekken"@nl ;
                    skos:prefLabel "Over werkplekken"@nl , "On workplaces"@en , "Sur les lieux de travail"@fr ;
                    wg:verification id:verification\\/secondary .

                id:passage\\/workplace-source-l1
                    a wg:Passage ;
                    wg:inSource id:source\\/workplace-source ;
                    wg:line "1" ;
                    wg:paraphrase "In het nachtmagazijn kijkt een techniek mee."@nl , "A technique watches in the night warehouse."@en .

                id:passage\\/workplace-source-l1 {
                    id:workplace\\/night-warehouse
                        wg:nightPay 7.5 ;
                        wg:payCurrency "EUR" ;
                        wg:step id:step\\/night-warehouse-1 .

                    id:step\\/night-warehouse-1
                        wg:stepKind id:step-kind\\/decided ;
                        wg:date "2024-03-01"^^xsd:date .
                }

                id:passage\\/workplace-source-l2
                    a wg:Passage ;
                    wg:inSource id:source\\/workplace-source ;
                    wg:line "2" ;
                    wg:paraphrase "Daar gaat het zo."@nl , "There it goes so."@en .

                id:passage\\/workplace-source-l2 {
                    id:workplace\\/night-warehouse wg:watchedBy id:technique\\/technique-7 .
                }
                """);
        content.writeRaw("queries/pay-at-night.rq", QUESTION);
        content.serve(registry);
    }

    private static void append(SmallContent content, String path, String text) throws IOException {
        Files.writeString(content.root().resolve(path), text, StandardOpenOption.APPEND);
    }

    @Test
    void standsOnTheHomePageWithItsOwnWayIn() {
        assertThat(page("/?lang=nl")).contains("/search?type=Workplace", "Werkplekken", "Waar mensen werken.");
        assertThat(page("/?lang=fr")).contains("Lieux de travail", "Où l&#39;on travaille.");
    }

    @Test
    void isFoundAndCounted() {
        JsonNode found = Service.json(new Service(port).get("/api/v1/search?q=nachtmagazijn&lang=nl&facetSize=50"));

        assertThat(found.get("hits").get(0).get("id").asString()).isEqualTo("workplace/night-warehouse");
        assertThat(found.get("facets").get("type").toString()).contains("\"value\":\"Workplace\"", "Werkplek");
    }

    @Test
    void hasACard() {
        assertThat(page("/search?type=Workplace&lang=en"))
                .contains("Night warehouse", "<span>Workplace</span>", "/id/workplace/night-warehouse");
    }

    @Test
    void saysOnItsCardWhatTheProfileAsksFor() {
        assertThat(page("/search?type=Workplace&lang=en"))
                .contains("Watched with", "Technique 7 zilver", "€7.50 an hour at night");
        assertThat(page("/search?type=Workplace&lang=nl"))
                .contains("Gevolgd met", "Techniek 7 zilver", "€\u00a07,50 per nachtuur");
    }

    @Test
    void writesItsNumbersWithTheirUnitOnPagesAndInQuestions() {
        assertThat(page("/id/workplace/night-warehouse?lang=en")).contains("€7.50");
        assertThat(page("/questions/pay-at-night?lang=en").split("€7\\.50", -1))
                .as("the column of the property, the one that sums it up, and the picture")
                .hasSize(4);
    }

    @Test
    void isWhatAQuestionWithItsWordsAsksFor() {
        double asked = score("loods in de buurt waar een techniek meekijkt in het nachtmagazijn");
        double neutral = score("huis in de buurt waar een techniek meekijkt in het nachtmagazijn");

        assertThat(asked).as("with a word for the class, and with one for none").isGreaterThan(neutral + 1);
    }

    @Test
    void liftsWhatIsLinkedToItWhenItAnswersAQuestion() {
        assertThat(hits("techniek zilver in het nachtmagazijn voor de nacht").stream()
                        .map(hit -> hit.get("id").asString())
                        .filter(id -> id.startsWith("technique/")))
                .as("techniques, alike but for the one that watches there")
                .first()
                .isEqualTo("technique/technique-7");
    }

    @Test
    void hasAPageWithItsChapters() {
        assertThat(page("/id/workplace/night-warehouse?lang=en"))
                .contains("Night warehouse", "What watches", "is watched by", "id=\"c-watch\"", "id=\"brief\"");
        assertThat(page("/id/technique/technique-7?lang=en")).contains("watches", "Night warehouse");
    }

    @Test
    void leadsToTheCheckAndBeginsWithItsHistory() {
        String page = page("/id/workplace/night-warehouse?lang=en");

        assertThat(page).contains("/check?technique=workplace/night-warehouse&amp;lang=en");
        assertThat(page.indexOf("id=\"history\""))
                .as("the history stands before the chapters")
                .isPositive()
                .isLessThan(page.indexOf("id=\"c-watch\""));
        assertThat(page("/id/step/night-warehouse-1?lang=en"))
                .as("what is not found by itself leads to no search for its kind")
                .contains("<span>Step</span>")
                .doesNotContain("/search?type=Step");
    }

    @Test
    void countsInTheColumnOfTheComparisonThatItsProfileNames() {
        assertThat(page("/compare?things=jurisdiction/be,jurisdiction/nl&lang=en"))
                .contains(
                        "/search?type=Case&amp;type=Workplace&amp;jurisdiction=jurisdiction/be&amp;technique=technique/technique-7");
    }

    @Test
    void hasATableInTheDumps() {
        assertThat(ReadyDumps.of(new Service(port)).toString()).contains("Workplace");
    }

    @Test
    void standsInTheOntologyPage() {
        assertThat(page("/ontology?lang=en")).contains("Workplace", "watchedBy", "A place at which people work.");
    }

    @Test
    void isComparedAndCountsForItsCountry() {
        assertThat(page("/compare?things=workplace/night-warehouse,technique/technique-7&lang=en"))
                .contains("Night warehouse", "is watched by");
        assertThat(page("/compare?things=jurisdiction/be,jurisdiction/nl&lang=en"))
                .contains("Workplaces");
    }

    private double score(String question) {
        return hits(question).stream()
                .filter(hit -> hit.get("id").asString().equals("workplace/night-warehouse"))
                .mapToDouble(hit -> hit.get("score").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> hits(String question) {
        return Service.json(new Service(port)
                        .get("/api/v1/search?lang=nl&size=50&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)))
                .get("hits")
                .valueStream()
                .toList();
    }

    private String page(String path) {
        HttpResponse<String> answer = new Service(port).get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
