package org.werkgraaf.stream;

import java.util.List;
import org.werkgraaf.vocabulary.ThingId;

/**
 * A thing as it was from some moment on.
 *
 * @param id of the thing
 * @param kind what happened to it then
 * @param time when, as ISO 8601 in UTC
 * @param statements all that is said of it, as lines of N-Triples, sorted; none when it went
 */
public record StreamMember(String id, Kind kind, String time, List<String> statements) {
    /** What can happen to a thing. */
    public enum Kind {
        /** It came. */
        CREATED,
        /** Something else is said of it. */
        CHANGED,
        /** It went. */
        REMOVED
    }

    /** The IRI of the thing. */
    public String iri() {
        return ThingId.THINGS + id;
    }

    /** The IRI of the thing as it was; no other version ever has it. */
    public String versionIri() {
        return iri() + "#" + time;
    }

    /** The path segment of its class. */
    public String segment() {
        return segment(id);
    }

    static String segment(String id) {
        return id.substring(0, id.indexOf('/'));
    }
}
