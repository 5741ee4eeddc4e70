package org.werkgraaf;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Asks the service one question of each kind and ends it. The build runs this once, so that the JVM can write the classes that
 * are needed into a class-data-sharing archive, from which the next start reads them ready-made.
 */
final class Training {
    static final String COMMAND = "train";
    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    /** Asked besides what visitors ask first. */
    private static final List<String> FURTHER = List.of(
            "/api/v1/entities/instrument/gdpr",
            "/id/instrument/gdpr",
            "/id/instrument/gdpr.ttl",
            "/sparql",
            "/health/ready");

    private Training() {}

    /** Asks, and says on the log which question was not answered; the caller ends the service either way. */
    static boolean run(ConfigurableApplicationContext context) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        HttpClient client = HttpClient.newHttpClient();
        List<String> questions =
                new ArrayList<>(context.getBean(FirstPaths.class).all());
        questions.addAll(FURTHER);
        for (String question : questions) {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + question))
                        .build();
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    LOG.error("{} answered {}", question, status);
                    return false;
                }
            } catch (IOException e) {
                LOG.error("{} was not answered", question, e);
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
