package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.werkgraaf.account.Right;
import org.werkgraaf.web.sign.Caller;
import org.werkgraaf.web.sign.PageGate;

/** Lets in who may edit. */
@Component
class EditGate {
    private static final String OPERATOR = "operator";

    private final PageGate gate;

    EditGate(PageGate gate) {
        this.gate = gate;
    }

    /**
     * Who edits.
     *
     * @param right what that takes
     * @throws PageGate.NotSignedIn when nobody is signed in
     * @throws org.werkgraaf.web.http.RequestException when that is not enough
     */
    Editor require(HttpServletRequest request, Right right) {
        return editor(gate.require(request, right));
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
