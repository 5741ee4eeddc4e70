package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.werkgraaf.account.Right;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sign.Caller;
import org.werkgraaf.web.sign.Gate;

/** Lets in who may edit. */
@Component
class EditGate {
    private static final String OPERATOR = "operator";

    private final Gate gate;

    EditGate(Gate gate) {
        this.gate = gate;
    }

    /** Somebody has to sign in first, in a browser. */
    static final class NotSignedIn extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Who edits.
     *
     * @param right what that takes
     * @throws NotSignedIn when nobody is signed in
     * @throws RequestException when that is not enough
     */
    Editor require(HttpServletRequest request, Right right) {
        try {
            Caller caller = gate.require(request, right);
            return editor(caller);
        } catch (RequestException e) {
            if (e.code() == ErrorCode.NOT_AUTHORISED && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
                throw new NotSignedIn();
            }
            throw e;
        }
    }

    /** Who edits, of who asks. */
    static Editor editor(Caller caller) {
        return new Editor(
                caller.name() == null ? OPERATOR : caller.name(),
                caller.name() != null,
                caller.rights().contains(Right.CHANGES_WRITE),
                caller.rights().contains(Right.PROPOSALS_ANSWER));
    }
}
