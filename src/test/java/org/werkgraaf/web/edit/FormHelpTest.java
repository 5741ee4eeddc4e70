package org.werkgraaf.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallNorm;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;
import org.werkgraaf.web.sign.Visitor;
import tools.jackson.databind.JsonNode;

/** A form fills in what a pasted identifier says, and places are chosen from a list; both without a script. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.sign-in.password-cost=4")
@DirtiesContext
class FormHelpTest {
    private static final String PASSWORD = "paard batterij nietje";
    private static final String CASE = "/edit/case/new";
    private static final String REGISTER = "https://uitspraken.rechtspraak.nl/details?id=";

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Visitor bob;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        SmallContent content = new SmallContent(folder.resolve("content"), SmallNorm.schemes());
        SmallNorm.write(content);
        StringBuilder cases = new StringBuilder("""
                id:authority\\/court
                    a wg:Authority ;
                    skos:prefLabel "Rechtbank Amsterdam"@nl , "District Court of Amsterdam"@en , "Tribunal d'Amsterdam"@fr ;
                    skos:altLabel "rechtbank"@nl ;
                    skos:definition "Een rechtbank."@nl , "A court."@en ;
                    wg:jurisdiction id:jurisdiction\\/nl .
                """);
        StringBuilder said = new StringBuilder("""
                id:source\\/judgments
                    a wg:Source ;
                    dcterms:title "Uitspraken"@nl ;
                    dcterms:publisher "Raad voor de rechtspraak" ;
                    skos:prefLabel "Uitspraken"@nl , "Judgments"@en , "Jugements"@fr ;
                    wg:webPage <https://uitspraken.rechtspraak.nl/> ;
                    wg:verification id:verification\\/secondary .
                """);
        for (int i = 1; i <= 3; i++) {
            cases.append("""
                    id:case\\/case-%1$d
                        a wg:Case ;
                        skos:prefLabel "Zaak %1$d"@nl , "Case %1$d"@en , "Affaire %1$d"@fr ;
                        skos:altLabel "de zaak %1$d"@nl ;
                        skos:definition "Uitspraak nummer %1$d."@nl , "Ruling number %1$d."@en ;
                        wg:jurisdiction id:jurisdiction\\/nl ;
                        wg:verification id:verification\\/secondary ;
                        wg:ecli "ECLI:NL:RBAMS:2020:%1$d" ;
                        wg:webPage <https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RBAMS:2020:%1$d> .
                    """.formatted(i));
            said.append("""
                    id:passage\\/judgments-p%1$d
                        a wg:Passage ;
                        wg:inSource id:source\\/judgments ;
                        wg:section "Onder %1$d"@nl , "Under %1$d"@en ;
                        wg:paraphrase "De rechtbank besliste zaak %1$d."@nl , "The court decided case %1$d."@en .

                    id:passage\\/judgments-p%1$d {
                        id:case\\/case-%1$d
                            wg:decidedBy id:authority\\/court ;
                            wg:decidedOn "2020-01-0%1$d"^^xsd:date ;
                            wg:concerns id:technique\\/technique-1 .
                    }
                    """.formatted(i));
        }
        content.write("data/entities/cases.ttl", cases.toString());
        content.write("data/sources/judgments.trig", said.toString());
        content.serve(settings);
        settings.add("werkgraaf.var", () -> folder.resolve("var").toString());
        settings.add("werkgraaf.admin.token", () -> "secret");
    }

    @BeforeEach
    void people() {
        if (accounts.find("bob").isEmpty()) {
            accounts.add("bob", Role.CONTRIBUTOR, PASSWORD, null);
        }
        bob = new Visitor(port, "198.51.100.7");
        assertThat(bob.signIn("bob", PASSWORD).statusCode()).isEqualTo(303);
    }

    private String sent(String form, String... fields) {
        String page = bob.get(form + "?lang=en").body();
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", value("_csrf", page)));
        HttpResponse<String> answer = bob.post(form, all, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What stands in the first field of a name. */
    private static String value(String name, String page) {
        return Pattern.compile("<input[^>]* name=\"" + Pattern.quote(name) + "\"[^>]* value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + page));
    }

    private static boolean chosen(String name, String option, String page) {
        return Pattern.compile("<select[^>]* name=\"" + Pattern.quote(name)
                        + "\"[^>]*>(?:(?!</select>)[\\s\\S])*<option value=\"" + Pattern.quote(option)
                        + "\"[^>]* selected")
                .matcher(page)
                .find();
    }

    @ParameterizedTest
    @CsvSource({
        "ECLI:NL:RBAMS:2023:6293",
        "'  ecli:nl:rbams:2023:6293 '",
        "https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:RBAMS:2023:6293",
        "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI%3ANL%3ARBAMS%3A2023%3A6293"
    })
    void whatAnEcliSaysIsFilledIn(String pasted) {
        String page = sent(CASE, "paste", pasted, "do", "fill", "t.prefLabel.en", "My name");
        assertThat(value("t.ecli", page)).isEqualTo("ECLI:NL:RBAMS:2023:6293");
        assertThat(value("t.webPage", page))
                .isEqualTo(pasted.startsWith("https") ? pasted : REGISTER + "ECLI:NL:RBAMS:2023:6293");
        assertThat(page).contains("Look whether that is right", "value=\"My name\"");
        assertThat(chosen("t.jurisdiction", "jurisdiction/nl", page) || page.contains("(jurisdiction/nl)"))
                .isTrue();
        assertThat(chosen("t.decidedBy", "authority/court", page)).as(page).isTrue();
        assertThat(value("paste", page)).isEmpty();
    }

    @Test
    void aCourtThatIsNotKnownIsLeftOpenAndItsCountryIsNot() {
        String page = sent(CASE, "paste", "ECLI:BE:CASS:2020:ARR.1", "do", "look");
        assertThat(value("t.ecli", page)).isEqualTo("ECLI:BE:CASS:2020:ARR.1");
        assertThat(chosen("t.decidedBy", "authority/court", page)).isFalse();
        assertThat(chosen("t.jurisdiction", "jurisdiction/be", page) || page.contains("(jurisdiction/be)"))
                .isTrue();
    }

    @Test
    void whatIsThereAlreadyIsLedTo() {
        String page = sent(CASE, "paste", "ECLI:NL:RBAMS:2020:2", "do", "fill");
        assertThat(page).contains("is here already", "href=\"/id/case/case-2\"");
        assertThat(value("t.ecli", page)).isEmpty();
        String source =
                sent("/edit/technique/technique-1", "pasteSource", "https://uitspraken.rechtspraak.nl/", "do", "fill");
        assertThat(source).contains("is here already", "href=\"/id/source/judgments\"");
        assertThat(value("source", source)).isEqualTo("source/judgments");
    }

    @Test
    void aSourceGetsItsPublisherByItsAddress() {
        String page = sent("/edit/source/new", "paste", REGISTER + "ECLI:NL:RBAMS:2024:1", "do", "fill");
        assertThat(value("t.webPage", page)).isEqualTo(REGISTER + "ECLI:NL:RBAMS:2024:1");
        assertThat(value("t.publisher", page)).isEqualTo("Raad voor de rechtspraak");
    }

    @Test
    void whatIsNoIdentifierIsToldAndNothingIsFilledIn() {
        assertThat(sent(CASE, "paste", "ECLI:NL:RBAMS:23:6293", "do", "fill"))
                .contains("“ECLI:NL:RBAMS:23:6293” is none of ECLI");
        assertThat(sent(CASE, "paste", "<b>", "do", "fill")).contains("“&lt;b&gt;” is none of");
        assertThat(sent(CASE, "paste", "BWBR0040940", "do", "fill"))
                .contains("is an identifier that things of this kind do not have");
    }

    @Test
    void placesOfASourceAreListedWithWhatStandsThereAndOneIsChosen() {
        String page = sent("/edit/technique/technique-1", "source", "Judgments (source/judgments)", "do", "places");
        assertThat(page).contains("Under 1", "The court decided case 3.", "value=\"passage/judgments-p2\"");
        assertThat(sent("/edit/technique/technique-1", "placeWords", "decided CASE 2", "do", "places"))
                .contains("value=\"passage/judgments-p2\"")
                .doesNotContain("value=\"passage/judgments-p1\"");
        assertThat(sent("/edit/technique/technique-1", "placeWords", "zzz", "do", "places"))
                .contains("No place fits");
        String looked = sent(
                "/edit/technique/technique-1",
                "place",
                "passage/judgments-p2",
                "t.poses",
                "risk/work-stress",
                "do",
                "look");
        assertThat(looked).contains("The rules allow this", "The court decided case 2.");
        assertThat(value("passage", looked)).isEqualTo("passage/judgments-p2");
    }

    @Test
    void placesAreCompletedForWhoEditsOnly() {
        assertThat(new Service(port).get("/edit/places?q=court").statusCode()).isEqualTo(401);
        JsonNode found = Service.json(
                bob.get("/edit/places?q=decided&source=source/judgments&lang=en", "Accept", "application/json"));
        assertThat(found.at("/suggestions")).hasSize(3).first().satisfies(each -> {
            assertThat(each.at("/id").asString()).isEqualTo("passage/judgments-p1");
            assertThat(each.at("/label").asString()).isEqualTo("Under 1");
            assertThat(each.at("/typeLabel").asString()).isEqualTo("The court decided case 1.");
        });
        assertThat(Service.json(bob.get("/edit/places?q=de", "Accept", "application/json"))
                        .at("/suggestions"))
                .isEmpty();
    }
}
