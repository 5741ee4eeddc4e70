package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.werkgraaf.web.text.GivenText;

/** Which release an answer is from, where that is not the one that the request took hold of. */
public final class ReleaseLabel {
    /** In a request the release that is asked for, in an answer the one that it is from. */
    static final String HEADER = "Werkgraaf-Release";

    private ReleaseLabel() {}

    /**
     * Says that the answer is from a release of which alone there is what was asked for.
     *
     * @throws RequestException when the request names another one
     */
    public static void onlyFrom(String release, HttpServletRequest request, HttpServletResponse response) {
        String asked = request.getHeader(HEADER);
        response.setHeader(HEADER, release);
        if (asked != null && !asked.strip().equals(release)) {
            throw new RequestException(
                    ErrorCode.RELEASE_NOT_HELD,
                    "What is at this address is there of one release only, '" + release
                            + "', and the request asks for '"
                            + GivenText.shorten(asked) + "'. Ask without the header " + HEADER
                            + ", or, if that release has just been published, again in a minute.");
        }
    }
}
