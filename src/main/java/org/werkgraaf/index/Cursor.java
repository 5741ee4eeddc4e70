package org.werkgraaf.index;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of hits ended, as text that callers hand back.
 *
 * <p>Form before base64: release, sort, score, id, separated by line feeds.
 *
 * @param score score of the last hit
 * @param id id of the last hit
 */
record Cursor(float score, String id) {
    static String write(String release, SearchRequest.Sorting sort, float score, String id) {
        String value = String.join("\n", release, sort.parameter(), Float.toString(score), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String cursor, String release, SearchRequest.Sorting sort) {
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        if (parts.length != 4 || !parts[1].equals(sort.parameter())) {
            throw new CursorException("The cursor belongs to another search or sort.", false);
        }
        if (!parts[0].equals(release)) {
            throw new CursorException(
                    "The cursor belongs to release " + parts[0] + "; the service now serves " + release + ".", true);
        }
        try {
            return new Cursor(Float.parseFloat(parts[2]), parts[3]);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    static CursorException unknown() {
        return new CursorException("The cursor is not one that this service gave out.", false);
    }
}
