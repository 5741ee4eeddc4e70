package org.werkgraaf.index;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Where a page of hits ended, as text that callers hand back.
 *
 * <p>Form before base64: release, sort, sort value, id, separated by line feeds.
 */
final class Cursor {
    private Cursor() {}

    static String write(String release, SearchRequest.Sorting sort, FieldDoc last) {
        String value = String.join(
                "\n", release, sort.parameter(), text(last.fields[0]), ((BytesRef) last.fields[1]).utf8ToString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    static FieldDoc read(String cursor, String release, SearchRequest.Sorting sort) {
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1);
        } catch (IllegalArgumentException e) {
            throw new CursorException("The cursor is not one that this service gave out.", false);
        }
        if (parts.length != 4 || !parts[1].equals(sort.parameter())) {
            throw new CursorException("The cursor belongs to another search or sort.", false);
        }
        if (!parts[0].equals(release)) {
            throw new CursorException(
                    "The cursor belongs to release " + parts[0] + "; the service now serves " + release + ".", true);
        }
        try {
            return new FieldDoc(
                    Integer.MAX_VALUE, Float.NaN, new Object[] {value(parts[2], sort), new BytesRef(parts[3])});
        } catch (IllegalArgumentException e) {
            throw new CursorException("The cursor is not one that this service gave out.", false);
        }
    }

    private static String text(Object value) {
        if (value instanceof BytesRef bytes) {
            return Base64.getUrlEncoder()
                    .encodeToString(java.util.Arrays.copyOfRange(
                            bytes.bytes, bytes.offset, bytes.offset + bytes.length));
        }
        return String.valueOf(value);
    }

    private static Object value(String text, SearchRequest.Sorting sort) {
        return switch (sort) {
            case RELEVANCE -> Float.valueOf(text);
            case DATE, DATE_DESCENDING -> Long.valueOf(text);
            case LABEL -> new BytesRef(Base64.getUrlDecoder().decode(text));
        };
    }
}
