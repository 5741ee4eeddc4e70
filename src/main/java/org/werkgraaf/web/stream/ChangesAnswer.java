package org.werkgraaf.web.stream;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What changed after some moment.
 *
 * @param release id of the release that is served
 * @param changes things that came, changed or went, oldest first
 * @param next what to give as {@code after} to go on
 * @param complete whether there is nothing more until now
 */
record ChangesAnswer(
        String release,
        List<ThingChange> changes,

        @Schema(description = "What to give as 'after' to go on; keep it, and ask again later.")
        String next,

        @Schema(description = "Whether there is nothing more until now.")
        boolean complete) {
    /**
     * @param id of the thing
     * @param iri its IRI
     * @param type segment of its class
     * @param kind what happened
     * @param release id of the release in which it did
     * @param time when that came out
     * @param version IRI of the thing as it was from then on
     * @param page where that is told
     */
    record ThingChange(
            String id,
            String iri,
            String type,
            String kind,
            String release,
            String time,
            String version,
            String page) {}
}
