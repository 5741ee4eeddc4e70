package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class SuggestApiTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "AV, nl, instrument/gdpr",
        "rgp, nl, instrument/gdpr",
        "vingeraf, nl, technique/fingerprint-time-registration",
        "Vingeraf, en, technique/fingerprint-time-registration",
        "cao 8, nl, instrument/cao-81",
        "décision auto, fr, provision/gdpr-art-22",
        "manf, en, case/manfield"
    })
    void completesInAnyLanguage(String typed, String lang, String id) {
        assertThat(ids(suggest(typed, lang))).contains(id);
        assertThat(suggest(typed, lang).get("suggestions")).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void tellsKindAndLanguageOfEach() {
        JsonNode first = suggest("General Data", "nl").get("suggestions").get(0);
        assertThat(List.copyOf(first.propertyNames()))
                .containsExactly("id", "iri", "name", "lang", "label", "type", "typeLabel");
        assertThat(first.get("id").asString()).isEqualTo("instrument/gdpr");
        assertThat(first.get("lang").asString()).isEqualTo("en");
        assertThat(first.get("label").asString()).contains("AVG");
        assertThat(first.get("type").asString()).isEqualTo("Instrument");
    }

    @Test
    void findsAWordInTheMiddleOfAName() {
        assertThat(ids(suggest("gegevensbesch", "nl"))).contains("instrument/gdpr");
    }

    @Test
    void giveEachEntityOnce() {
        List<String> ids = ids(suggest("ar", "nl"));
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"a", "''", "' '", "*", "'\"'", "zzzzqq", "'\u0001\u001f'"})
    void givesNoneForTooLittle(String typed) {
        assertThat(suggest(typed, "nl").get("suggestions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"size=21, bad-parameter", "type=Case, unknown-parameter", "lang=xx, bad-parameter"})
    void namesTheParameterThatIsWrong(String query, String code) {
        HttpResponse<String> response = service.get("/api/v1/suggest?q=ab&" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Service.json(response).get("code").asString()).isEqualTo(code);
    }

    private JsonNode suggest(String typed, String lang) {
        HttpResponse<String> response =
                service.get("/api/v1/suggest?lang=" + lang + "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Service.json(response);
    }

    private static List<String> ids(JsonNode answer) {
        return StreamSupport.stream(answer.get("suggestions").spliterator(), false)
                .map(each -> each.get("id").asString())
                .toList();
    }
}
