package org.werkgraaf.web.http;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The data of a page in Markdown. */
public final class MarkdownAnswer {
    /** Of what is answered. */
    public static final MediaType TYPE = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    /** What the address of a page ends with to have its data in Markdown. */
    static final String SUFFIX = ".md";

    private MarkdownAnswer() {}

    /**
     * An answer that is the same as long as the release is.
     *
     * @param release id of the release
     * @param variant what else decides the answer at the same address, such as its language
     */
    public static ResponseEntity<String> of(String text, String release, String variant) {
        return Etags.ok(release, "md." + variant).contentType(TYPE).body(text);
    }
}
