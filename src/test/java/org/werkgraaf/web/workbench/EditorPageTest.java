package org.werkgraaf.web.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class EditorPageTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void opensWithTheQueryOfTheLink(String lang) {
        String body =
                page("?lang=" + lang + "&query=ASK%7B%3Cx%3E%20a%20%3Cy%3E%7D").body();
        assertThat(body).contains("ASK{&lt;x&gt; a &lt;y&gt;}").doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void startsWithThePrefixesAndAQueryThatRuns(String lang) {
        String body = page("?lang=" + lang).body();
        assertThat(body)
                .contains("PREFIX wg: &lt;")
                .contains("PREFIX skos: &lt;")
                .contains("SELECT ?technique");
    }

    @Test
    void opensWithASavedQuestion() {
        assertThat(page("?lang=nl&question=fines-by-year").body())
                .contains("GROUP BY ?year")
                .doesNotContain("?_lang");
        assertThat(page("?question=no-such-question").statusCode()).isEqualTo(404);
    }

    @Test
    void listsTheSavedQuestionsByTopicAndKeywords() {
        assertThat(page("?lang=nl").body())
                .contains("Zaken en boetes")
                .contains("/sparql-editor?question=applies-later&amp;lang=nl")
                .contains("inwerkingtreding");
    }

    @Test
    void writesItsTextsSoThatTheyCannotEndTheScript() {
        String body = page("?lang=nl").body();
        String texts = body.substring(
                body.indexOf("id=\"editor-texts\""), body.indexOf("</script>", body.indexOf("id=\"editor-texts\"")));
        assertThat(texts.substring(texts.indexOf('>') + 1))
                .startsWith("{")
                .endsWith("}")
                .doesNotContain("<");
    }

    @Test
    void asksForTheSameScriptsAgainOnlyWhenTheyChanged() {
        HttpResponse<String> first = service.get("/assets/editor/main.js");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get("/assets/editor/main.js", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(service.get("/assets/editor/table.js").headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
    }

    private HttpResponse<String> page(String parameters) {
        return service.get("/sparql-editor" + parameters, "Accept", "text/html");
    }
}
