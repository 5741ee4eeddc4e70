package org.werkgraaf.web.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.account.Right;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.ops.ChangeWriter;
import org.werkgraaf.web.sign.CarriedForm;
import org.werkgraaf.web.sign.PageGate;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.PageText;

/** {@code /edit/revert}: takes a change back that was published, by a new one. */
@Controller
@Hidden
class RevertController {
    private static final String PATH = "/edit/revert";

    private final EditGate gate;
    private final DraftDesk drafts;
    private final ChangeWriter changes;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    RevertController(
            EditGate gate, DraftDesk drafts, ChangeWriter changes, ReaderLanguage languages, MessageSource messages) {
        this.gate = gate;
        this.drafts = drafts;
        this.changes = changes;
        this.languages = languages;
        this.messages = messages;
    }

    /** Leads to where one signs in. */
    @ExceptionHandler(PageGate.NotSignedIn.class)
    String signIn() {
        return PageGate.SIGN_IN;
    }

    @GetMapping(PATH)
    ModelAndView form(HttpServletRequest request, HttpServletResponse response) {
        Editor who = gate.require(request, Right.CHANGES_PLAN);
        return page(who, reverting(who, request), null, request, response);
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView sent(HttpServletRequest request, HttpServletResponse response) {
        boolean again = CarriedForm.isAgain(request);
        String asked = again ? EditController.LOOK : EditController.asked(request);
        boolean saving = asked.equals(EditController.SAVE);
        boolean proposing = asked.equals(EditController.PROPOSE);
        Editor who = gate.require(request, saving ? Right.CHANGES_WRITE : Right.CHANGES_PLAN);
        PageText text = text(request);
        ChangeSet change = reverting(who, request);
        String reason = given(request, "reason");
        if (again) {
            return page(who, change, null, request, response).addObject("again", true);
        }
        if (!saving && !proposing) {
            ChangeSet looked = reason.isEmpty() ? change.because(text.message("edit.look")) : change;
            return page(who, change, EditOutcome.of(changes.look(looked), text), request, response);
        }
        if (reason.isEmpty()) {
            ModelAndView page = page(who, change, null, request, response).addObject("reasonMissing", true);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        if (saving && drafts.mayPublish(who, who.name())) {
            ChangeWriter.Written<EditOutcome> written =
                    changes.write(change, EditOutcome.confirmed(request), verdict -> EditOutcome.of(verdict, text));
            if (written.published() == null || written.published().refused()) {
                ModelAndView page = page(who, change, written.told(), request, response)
                        .addObject("publishRefused", EditPage.refusal(written.published()))
                        .addObject(
                                EditPage.UNCONFIRMED,
                                written.published() == null && written.told().good());
                page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
                return page;
            }
            String id = change.firstThing();
            return SignPage.of("edit-saved", request, response, text.lang())
                    .addObject("thing", id)
                    .addObject("name", id)
                    .addObject("change", written.told().change())
                    .addObject("outcome", written.told());
        }
        DraftDesk.Proposed<EditOutcome> proposed = drafts.propose(
                null,
                new DraftChange.Text(change.firstThing(), "", change, Map.of()),
                verdict -> EditOutcome.of(verdict, text));
        if (proposed.draft() == null) {
            ModelAndView page = page(who, change, proposed.told(), request, response);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return SignPage.leadTo("/edit/changes/" + proposed.draft().id());
    }

    private ChangeSet reverting(Editor who, HttpServletRequest request) {
        return changes.reverting(given(request, "change"), who.name(), given(request, "reason"));
    }

    private ModelAndView page(
            Editor who,
            ChangeSet change,
            @Nullable EditOutcome outcome,
            HttpServletRequest request,
            HttpServletResponse response) {
        PageText text = text(request);
        return SignPage.of("edit-revert", request, response, text.lang())
                .addObject("change", given(request, "change"))
                .addObject("reason", given(request, "reason"))
                .addObject("rows", drafts.rows(change, text.lang()))
                .addObject("outcome", outcome)
                .addObject("publishes", drafts.mayPublish(who, who.name()))
                .addObject("rulesLang", Languages.DOCUMENTATION);
    }

    private static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    private PageText text(HttpServletRequest request) {
        return new PageText(languages.of(request), messages);
    }
}
