package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Entity tags: an answer is the same as long as the release is. */
public final class Etags {
    private Etags() {}

    /**
     * Adds the headers by which a client may ask again cheaply. Spring answers 304 when the tag is the same.
     *
     * @param release id of the release
     * @param variant what else decides the answer at the same address: format and language
     */
    public static ResponseEntity.BodyBuilder ok(String release, String variant) {
        return ResponseEntity.ok()
                .eTag("W/\"" + release + "." + variant + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .header(HttpHeaders.VARY, "Accept", "Accept-Language", "Cookie");
    }

    /** Whether the client has this very answer. */
    public static boolean matches(HttpServletRequest request, String release, String variant) {
        String tag = "\"" + release + "." + variant + "\"";
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .anyMatch(sent -> sent.contains(tag));
    }
}
