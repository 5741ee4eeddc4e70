package org.werkgraaf.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class RelationSearchTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "Rathenau recommendations, en, type=Recommendation&issuer=rathenau-instituut",
        "aanbevelingen van het Rathenau, nl, type=Recommendation&issuer=rathenau-instituut",
        "recommandations du Rathenau, fr, type=Recommendation&issuer=rathenau-instituut",
        "recommendations to works councils, en, type=Recommendation&addressee=role/works-council",
        "aanbevelingen aan werkgevers, nl, type=Recommendation&addressee=role/employer",
        "HireVue products, en, type=Product&maker=hirevue",
        "CNIL fines, en, authority=cnil&outcome=fine",
        "boetes van de CNIL, nl, authority=cnil&outcome=fine",
        "amendes de la CNIL, fr, authority=cnil&outcome=fine",
        "Eurobarometer 3222 figures, en, type=Statistic&survey=Eurobarometer survey 3222",
        "WBS article, en, type=Source&publisher=Wiardi Beckman Stichting",
        "what does Rathenau recommend to employers, en, type=Recommendation&issuer=rathenau-instituut&addressee=role/employer",
        "wat beveelt EU-OSHA aan, nl, type=Recommendation&issuer=eu-osha",
        "que recommande EU-OSHA, fr, type=Recommendation&issuer=eu-osha",
        "wie heeft de AP beboet, nl, authority=autoriteit-persoonsgegevens&outcome=fine",
        "companies fined by the CNIL, en, authority=cnil&outcome=fine",
        "entreprises sanctionnées par la CNIL, fr, authority=cnil&outcome=fine",
        "employers fined in Spain, en, jurisdiction=ES&outcome=fine",
        "rechtszaken tegen Uber, nl, type=Case&organisation=uber",
        "uber lawsuits, en, type=Case&organisation=uber",
        "who sued Uber, en, type=Case&organisation=uber",
        "cijfers van Eurobarometer, nl, type=Statistic&survey=Eurobarometer survey 3222",
        "chiffres Eurobaromètre, fr, type=Statistic&survey=Eurobarometer survey 3222",
        "TUC statistics, en, type=Statistic&survey=survey by the Trades Union Congress (2018)",
    })
    void takesWordsForTheFiltersThatTheyName(String words, String lang, String filters) {
        JsonNode asked = search("q=" + encoded(words) + "&lang=" + lang);
        JsonNode filtered = search(filters.replace(" ", "%20"));
        assertThat(asked.get("total").asLong())
                .isEqualTo(filtered.get("total").asLong())
                .isPositive();
        assertThat(ids(asked)).isEqualTo(ids(filtered));
        for (String filter : filters.split("&")) {
            assertThat(asked.get("understood").get("filters").has(filter.substring(0, filter.indexOf('='))))
                    .as(filter)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kan een algoritme mij ontslaan, nl, provision/gdpr-art-22, case/hof-amsterdam-uber-deactivation",
        "can an algorithm fire me, en, provision/gdpr-art-22, case/hof-amsterdam-uber-deactivation",
        "puis-je demander mes données à mon employeur, fr, provision/gdpr-art-15, right/access",
    })
    void bringsTheArticleThatCreatesANormAndTheCasesOnIt(String words, String lang, String article, String other) {
        assertThat(ids(search("q=" + encoded(words) + "&size=10&lang=" + lang))).contains(article, other);
    }

    @Test
    void namesNoCompanyWhenItAsksForThoseThatUseItsProducts() {
        JsonNode found = search("q=which+companies+use+HireVue&lang=en");
        assertThat(found.get("understood").isNull()).isTrue();
        assertThat(found.get("total").asLong()).isGreaterThan(1);
    }

    @Test
    void findsWhatARareNameNamesThoughTheOtherWordIsNotThere() {
        assertThat(ids(search("q=bodycam+winkelpersoneel&lang=nl"))).contains("technique/bodycam");
        // Half of an identifier is no name.
        assertThat(ids(search("q=Eurobarometer+3222&lang=en")))
                .contains("source/eurobarometer-3222")
                .noneMatch(id -> id.startsWith("case/"));
    }

    @Test
    void findsTheArticleOfAFoundationByItsName() {
        assertThat(ids(search("q=WBS&lang=en"))).contains("source/het-algoritme-de-baas");
    }

    @Test
    void countsWhatBelongsToTheNamedForIt() {
        JsonNode found = search("q=Amazon+cases&lang=en");
        assertThat(ids(found))
                .contains("case/cnil-amazon-france-logistique", "case/vg-hannover-amazon-winsen")
                .allMatch(id -> id.startsWith("case/"));
        assertThat(ids(search("q=CNIL+fines&lang=en"))).allMatch(id -> id.startsWith("case/"));
    }

    @Test
    void looksForTheOtherWordsWithinTheFilters() {
        JsonNode found = search("q=Amazon+cases+scanner&lang=en");
        assertThat(found.get("understood").get("words").asString()).isEqualTo("scanner");
        assertThat(ids(found)).contains("case/vg-hannover-amazon-winsen");
    }

    @Test
    void takesAWordForAWordWhenThatIsAskedOrNothingIsFoundOtherwise() {
        assertThat(search("q=Rathenau+recommendations&reading=words&lang=en")
                        .get("understood")
                        .isNull())
                .isTrue();
        assertThat(search("q=Rathenau&lang=en").get("understood").isNull()).isTrue();
        // Nobody of that name makes a product.
        assertThat(search("q=CNIL+products&lang=en").get("understood").isNull()).isTrue();
        assertThat(service.get("/api/v1/search?reading=letters").statusCode()).isEqualTo(400);
    }

    @Test
    void looksInACountryOnlyIfSomethingThereHasAllWords() {
        JsonNode german = search("q=works+council+expert+AI+Germany&lang=en");
        assertThat(german.get("understood").get("filters").has("jurisdiction")).isTrue();
        JsonNode romanian = search("q=Barbulescu+Romania+messages&lang=en");
        assertThat(romanian.get("understood").isNull()).isTrue();
        assertThat(romanian.get("hits").get(0).get("id").asString()).isEqualTo("case/barbulescu");
    }

    @Test
    void looksInAPlaceOnlyForTheKindThatIsAskedFor() {
        JsonNode figures = search("q=" + encoded("combien de salariés surveillés en europe") + "&lang=fr");
        assertThat(figures.get("understood").isNull()).isTrue();
        assertThat(figures.get("hits").get(0).get("type").asString()).isEqualTo("Statistic");
    }

    @Test
    void knowsANameInASentenceInAnotherForm() {
        assertThat(search("q=" + encoded("joint controllership between staffing agencies and clients") + "&lang=en")
                        .get("hits")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo("obligation/joint-controller-arrangement");
    }

    @Test
    void showsEachFilterAsAChipThatCanBeTakenAway() {
        Document page = Jsoup.parse(
                service.get("/search?q=Rathenau+recommendations&lang=en").body());
        assertThat(page.select(".chosen li").eachText())
                .anyMatch(text -> text.contains("Issued by: Rathenau Institute"))
                .anyMatch(text -> text.contains("Kind: Recommendation"))
                .anyMatch(text -> text.contains("as typed"));
        String withoutKind = page.select(".chosen a:contains(Recommendation)").attr("href");
        assertThat(withoutKind).contains("issuer=").doesNotContain("type=").doesNotContain("q=");
        assertThat(ids(service.json(withoutKind.replace("/search", "/api/v1/search"))))
                .contains("recommendation/active-supervision");
    }

    private JsonNode search(String query) {
        return service.json("/api/v1/search?size=100&facets=&" + query);
    }

    private static Set<String> ids(JsonNode answer) {
        Set<String> ids = new TreeSet<>();
        answer.get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
        return ids;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
