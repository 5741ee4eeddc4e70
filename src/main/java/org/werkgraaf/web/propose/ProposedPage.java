package org.werkgraaf.web.propose;

import java.util.regex.Pattern;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** A page of this site that is no thing, such as a search or the line of time: a proposal about it names its address. */
final class ProposedPage {
    private static final Pattern ADDRESS = Pattern.compile(
            "/((search|check|fines|compare|timeline|matrix|ontology)|(questions|about)(/[a-z0-9-]+)?)?(\\?[^\\s#<>\"]*)?");

    private ProposedPage() {}

    /** Whether an address is meant, and not the id of a thing. */
    static boolean isMeant(String about) {
        return about.startsWith("/");
    }

    /**
     * Goes on only with the address of a page that there is.
     *
     * @throws RequestException when it is none, or too long
     */
    static void require(String about, int lengthMax) {
        if (about.length() > lengthMax || !ADDRESS.matcher(about).matches()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "There is no page '" + GivenText.shorten(about)
                            + "' to propose something about (about), or its address" + " has more than " + lengthMax
                            + " characters (werkgraaf.proposals.line-length-max).");
        }
    }

    /** Where what a proposal is about is to be seen, on this site. */
    static String path(String about) {
        return isMeant(about) ? about : "/id/" + about;
    }
}
