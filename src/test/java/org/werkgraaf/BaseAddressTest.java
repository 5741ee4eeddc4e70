package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;

@PackagedServiceTest
class BaseAddressTest {
    private static final Pattern OWN = Pattern.compile("https?://localhost(?::\\d+)?");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search?size=1",
                "/api/v1/entities/technique/keylogging",
                "/api/v1/questions",
                "/api/v1/questions/fines-by-year",
                "/api/v1/assess?technique=keylogging&jurisdiction=nl",
                "/id/technique/keylogging",
                "/embed/technique/keylogging",
                "/embed/timeline",
                "/feed.atom?q=amazon",
                "/feed.json?q=amazon",
                "/oembed?url=https://w3id.org/werkgraaf/id/technique/keylogging",
                "/opensearch.xml",
                "/opensearch/suggest?q=key",
                "/openapi.json",
                "/sitemap.xml",
                "/sparql?query=ASK%7B%7D",
                "/sparql",
                "/.well-known/void",
                "/dcat",
                "/dumps/"
            })
    void linksLeadToWhereTheServiceListens(String path) {
        HttpResponse<String> answer = new Service(port).get(path, "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> links = OWN.matcher(answer.body())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(links).containsExactly("http://localhost:" + port);
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 9000, http://localhost:9000",
        "local.server.port, 41234, http://localhost:41234",
        "server.ssl.bundle, web, https://localhost:8080"
    })
    void followsThePort(String setting, String value, String address) {
        assertThat(new BaseAddress("", new MockEnvironment().withProperty(setting, value)).get())
                .isEqualTo(address);
    }

    @Test
    void isWhatIsSetWhateverThePort() {
        MockEnvironment environment = new MockEnvironment().withProperty("server.port", "9000");
        assertThat(new BaseAddress("https://werkgraaf.example/", environment).get())
                .isEqualTo("https://werkgraaf.example");
    }
}
