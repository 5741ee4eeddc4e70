package org.werkgraaf.web.ask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** Says that a thing does not exist, and how to look for it. */
public final class MissingThing {
    private MissingThing() {}

    /** The error for an id that does not exist. */
    public static RequestException of(String type, String slug) {
        return new RequestException(
                ErrorCode.NOT_FOUND,
                "There is no " + GivenText.shorten(type) + " named '" + GivenText.shorten(slug)
                        + "'. Search for it at /search?q="
                        + URLEncoder.encode(GivenText.shorten(slug).replace('-', ' '), StandardCharsets.UTF_8)
                        + ".");
    }
}
