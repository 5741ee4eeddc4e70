package org.werkgraaf.web.data;

import java.net.http.HttpResponse;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** Waits for the dumps of what a service serves now. */
public final class ReadyDumps {
    private static final int TRIES = 600;

    private ReadyDumps() {}

    /** The list of the dumps, as soon as they are there. */
    public static JsonNode of(Service service) {
        for (int i = 0; i < TRIES; i++) {
            HttpResponse<String> list = service.get("/dumps/");
            // After a publish those of the release before are offered until the new ones are there.
            if (list.statusCode() == 200
                    && Service.json(list)
                            .get("release")
                            .equals(service.json("/health/ready").get("release"))) {
                return Service.json(list);
            }
            if (list.statusCode() != 200
                    && !Service.json(list).get("code").asString().equals("dumps-not-ready")) {
                throw new AssertionError(list.statusCode() + " " + list.body());
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("The dumps were not made in time");
    }
}
