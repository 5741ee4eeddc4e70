package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.werkgraaf.web.Readiness;

/** What people ask first has been asked before the service says that it is ready. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.storage=memory", "werkgraaf.http.first-requests-millis-max=60000"})
@DirtiesContext
class FirstRequestsTest {
    @LocalServerPort
    private int port;

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
