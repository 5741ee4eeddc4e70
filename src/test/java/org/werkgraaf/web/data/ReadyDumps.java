package org.werkgraaf.web.data;

import java.net.http.HttpResponse;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** Waits for the dumps of a service that just started. */
public final class ReadyDumps {
    private static final int TRIES = 600;

    private ReadyDumps() {}

    /** The list of the dumps, as soon as they are there. */
    public static JsonNode of(Service service) {
        for (int i = 0; i < TRIES; i++) {
            HttpResponse<String> list = service.get("/dumps/");
            if (list.statusCode() == 200) {
                return Service.json(list);
            }
            if (list.statusCode() != 503
                    || !Service.json(list).get("code").asString().equals("dumps-not-ready")) {
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
