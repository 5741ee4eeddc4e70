package org.werkgraaf.web.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.account.Right;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sign.PageGate;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.PageText;

/** {@code /edit}: the way to the form of a thing. */
@Controller
@Hidden
class EditStartController {
    private final EditGate gate;
    private final EditForms forms;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    EditStartController(EditGate gate, EditForms forms, ReaderLanguage languages, MessageSource messages) {
        this.gate = gate;
        this.forms = forms;
        this.languages = languages;
        this.messages = messages;
    }

    /** A kind of thing that has a form. */
    record Kind(String segment, String label) {}

    /** Leads to where one signs in, and from there back. */
    @ExceptionHandler(PageGate.NotSignedIn.class)
    String signIn() {
        return PageGate.SIGN_IN;
    }

    @GetMapping("/edit")
    ModelAndView start(HttpServletRequest request, HttpServletResponse response) {
        Editor who = gate.require(request, Right.CHANGES_PLAN);
        PageText text = new PageText(languages.of(request), messages);
        ModelAndView page = SignPage.of("edit-start", request, response, text.lang());
        page.addObject("who", who);
        page.addObject(
                "kinds",
                forms.kinds().stream()
                        .filter(kind -> !kind.type().equals(Wg.PASSAGE))
                        .map(kind -> new Kind(kind.segment(), text.pick(kind.labels(), kind.segment())))
                        .sorted(Comparator.comparing(Kind::label))
                        .toList());
        return page;
    }

    /** Leads from a name that was typed or chosen to its form. */
    @GetMapping("/edit/find")
    ModelAndView find(HttpServletRequest request) {
        gate.require(request, Right.CHANGES_PLAN);
        String name =
                Optional.ofNullable(request.getParameter("thing")).orElse("").strip();
        ThingId id = EditThings.id(name)
                .filter(forms::exists)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no thing '" + GivenText.shorten(name)
                                + "' to edit (thing). Choose one of the names that appear as you type, or give an id such as"
                                + " case/manfield."));
        return SignPage.leadTo("/edit/" + id);
    }
}
