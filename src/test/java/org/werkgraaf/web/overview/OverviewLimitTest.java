package org.werkgraaf.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;

/** A release with more things than the pictures are drawn of is served without them. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.see.things-max=1"})
@DirtiesContext
class OverviewLimitTest {
    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        SmallRelease.serve(folder, registry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline.json", "/matrix.csv", "/fines.csv"})
    void saysThatTheReleaseIsTooLarge(String path) {
        HttpResponse<String> answer = new Service(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Service.json(answer).get("code").asString()).isEqualTo("overview-too-large");
        assertThat(Service.json(answer).get("detail").asString()).contains("up to 1.", "SPARQL");
        assertThat(new Service(port).get("/api/v1/search").statusCode()).isEqualTo(200);
    }
}
