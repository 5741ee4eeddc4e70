package org.werkgraaf.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class EditorPageTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void opensWithTheQueryOfTheLink(String lang) {
        String body = new Service(port)
                .get("/sparql-editor?lang=" + lang + "&query=ASK%7B%3Cx%3E%20a%20%3Cy%3E%7D", "Accept", "text/html")
                .body();
        assertThat(body).contains("ASK{&lt;x&gt; a &lt;y&gt;}").contains("/questions/").doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void startsWithThePrefixes(String lang) {
        String body = new Service(port).get("/sparql-editor?lang=" + lang, "Accept", "text/html").body();
        assertThat(body).contains("PREFIX wg: &lt;").contains("PREFIX skos: &lt;");
    }
}
