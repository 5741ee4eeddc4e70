package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class SecurityHeadersTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=amazon",
                "/id/case/cnil-amazon-france-logistique",
                "/about",
                "/id/case/none",
                "/api/v1/search",
                "/sparql?query=ASK%7B%7D"
            })
    void letsPagesLoadFromThisServiceOnly(String path) {
        HttpHeaders headers =
                new Service(port).get(path, "Accept", "text/html, */*").headers();
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly(SecurityHeaders.PAGES);
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void letsThePageOfTheApiDrawItselfButNotReachOut() {
        HttpResponse<String> page = new Service(port).get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .isEqualTo(SecurityHeaders.API_PAGE)
                .doesNotContain("http:", "https:", "script-src 'self' 'unsafe");
    }
}
