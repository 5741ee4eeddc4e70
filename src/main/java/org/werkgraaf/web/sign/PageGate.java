package org.werkgraaf.web.sign;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.werkgraaf.account.Right;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Lets people into pages that are not for everybody; who has not signed in is to be led to where one does. */
@Component
public class PageGate {
    /** What a controller answers then: the page to sign in on, at the address that was asked for. */
    public static final String SIGN_IN = "forward:/login";

    private final Gate gate;

    PageGate(Gate gate) {
        this.gate = gate;
    }

    /** Somebody has to sign in first, in a browser. */
    public static final class NotSignedIn extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Who asks.
     *
     * @param right what that takes
     * @throws NotSignedIn when nobody is signed in
     * @throws RequestException when that is not enough
     */
    public Caller require(HttpServletRequest request, Right right) {
        try {
            return gate.require(request, right);
        } catch (RequestException e) {
            if (e.code() == ErrorCode.NOT_AUTHORISED && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
                throw new NotSignedIn();
            }
            throw e;
        }
    }
}
