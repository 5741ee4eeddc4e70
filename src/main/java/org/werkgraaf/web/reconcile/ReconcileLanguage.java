package org.werkgraaf.web.reconcile;

import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** The language in an address of the service. */
final class ReconcileLanguage {
    private ReconcileLanguage() {}

    /**
     * The language of that code.
     *
     * @throws RequestException when it is not offered
     */
    static String of(String code) {
        if (!ReaderLanguage.OFFERED.contains(code)) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "There is nothing to match in the language '" + GivenText.shorten(code) + "'. Use /reconcile/"
                            + String.join(" or /reconcile/", ReaderLanguage.OFFERED) + ".");
        }
        return code;
    }
}
