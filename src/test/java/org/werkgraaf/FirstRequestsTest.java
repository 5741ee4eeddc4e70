package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.web.Readiness;

/** What people ask first has been asked before the service says that it is ready. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.storage=memory", "werkgraaf.http.first-requests-millis-max=60000"})
@DirtiesContext
class FirstRequestsTest {
    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        new SmallContent(folder.resolve("content")).serve(registry);
    }

    @Autowired
    private Readiness readiness;

    @Test
    void asksForThePagesThatVisitorsBeginWith() {
        Service service = new Service(port);
        String metrics = service.get("/metrics").body();
        assertThat(metrics).contains("route=\"/search\"", "route=\"/id/{type}/{name}\"", "route=\"/check\"");
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyWhileItAsks() {
        Service service = new Service(port);
        readiness.begin();
        try {
            var answer = service.get("/health/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"starting\"");
            assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            readiness.end();
        }
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    }
}
