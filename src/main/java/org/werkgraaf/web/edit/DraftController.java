package org.werkgraaf.web.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.account.Right;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.draft.DraftState;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sign.CarriedForm;
import org.werkgraaf.web.sign.PageGate;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.PageText;

/** {@code /edit/changes}: changes that wait, for who prepared them and for who may publish them. */
@Controller
@Hidden
class DraftController {
    private static final String PATH = "/edit/changes";
    private static final int SHOWN_MAX = 200;

    private final EditGate gate;
    private final DraftDesk drafts;
    private final EditSettings settings;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    DraftController(
            EditGate gate, DraftDesk drafts, EditSettings settings, ReaderLanguage languages, MessageSource messages) {
        this.gate = gate;
        this.drafts = drafts;
        this.settings = settings;
        this.languages = languages;
        this.messages = messages;
    }

    /** Leads to where one signs in. */
    @ExceptionHandler(PageGate.NotSignedIn.class)
    String signIn() {
        return PageGate.SIGN_IN;
    }

    @GetMapping(PATH)
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        Editor who = gate.require(request, Right.CHANGES_PLAN);
        PageText text = text(request);
        List<DraftChange> all = drafts.all(who);
        return SignPage.of("edit-changes", request, response, text.lang())
                .addObject("who", who)
                .addObject("fourEyes", settings.fourEyes())
                .addObject(
                        "waits", views(all.stream().filter(draft -> draft.state() == DraftState.PROPOSED), who, text))
                .addObject(
                        "own",
                        views(
                                all.stream()
                                        .filter(draft -> draft.author().equals(who.name())
                                                && draft.state() != DraftState.PROPOSED
                                                && (draft.state().open() || draft.state() == DraftState.REFUSED)),
                                who,
                                text))
                .addObject(
                        "done",
                        views(
                                all.stream()
                                        .filter(draft -> !draft.state().open()
                                                && !(draft.author().equals(who.name())
                                                        && draft.state() == DraftState.REFUSED)),
                                who,
                                text))
                .addObject("damages", drafts.damages());
    }

    private List<WaitingView> views(Stream<DraftChange> some, Editor who, PageText text) {
        return some.limit(SHOWN_MAX)
                .map(draft -> new WaitingView(draft, drafts.isTaken(draft), who, text))
                .toList();
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Editor who = gate.require(request, Right.CHANGES_PLAN);
        return page(drafts.find(who, id), who, null, request, response);
    }

    @PostMapping(path = PATH + "/{id}/answer", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView answer(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Editor who = gate.require(request, Right.CHANGES_PLAN);
        DraftChange draft = drafts.find(who, id);
        PageText text = text(request);
        String words = Optional.ofNullable(request.getParameter("words")).orElse("");
        String action = Optional.ofNullable(request.getParameter("do")).orElse("");
        if (CarriedForm.isAgain(request)) {
            return page(draft, who, null, request, response)
                    .addObject("said", words)
                    .addObject("again", true);
        }
        switch (action) {
            case "look" -> {
                return page(draft, who, EditOutcome.of(drafts.look(who, draft), text), request, response);
            }
            case "withdraw" -> drafts.withdraw(who, id);
            case "approve" -> {
                gate.require(request, Right.CHANGES_WRITE);
                DraftDesk.Approved<EditOutcome> approved = drafts.approve(
                        who,
                        id,
                        Optional.ofNullable(request.getParameter("seen")).orElse(""),
                        EditOutcome.confirmed(request),
                        verdict -> EditOutcome.of(verdict, text));
                if (approved.published() == null || approved.published().refused()) {
                    ModelAndView page = page(approved.draft(), who, approved.told(), request, response);
                    page.addObject("publishRefused", EditPage.refusal(approved.published()));
                    page.addObject(
                            EditPage.UNCONFIRMED,
                            approved.published() == null
                                    && approved.told() != null
                                    && approved.told().good());
                    page.setStatus(
                            approved.draft().state() == DraftState.RETURNED
                                    ? HttpStatus.CONFLICT
                                    : approved.draft().state() == DraftState.PUBLISHED
                                            ? HttpStatus.OK
                                            : HttpStatus.UNPROCESSABLE_ENTITY);
                    return page;
                }
            }
            case "return", "refuse" -> {
                gate.require(request, Right.CHANGES_WRITE);
                if (words.isBlank()) {
                    ModelAndView page = page(draft, who, null, request, response);
                    page.addObject("wordsMissing", true);
                    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
                    return page;
                }
                if (action.equals("return")) {
                    drafts.giveBack(who, id, words);
                } else {
                    drafts.refuse(who, id, words);
                }
            }
            default ->
                throw new RequestException(
                        ErrorCode.BAD_PARAMETER,
                        "The field do takes look, approve, return, refuse or withdraw. Use the buttons of the page.");
        }
        return SignPage.leadTo(PATH + "/" + id);
    }

    private ModelAndView page(
            DraftChange draft,
            Editor who,
            @Nullable EditOutcome outcome,
            HttpServletRequest request,
            HttpServletResponse response) {
        PageText text = text(request);
        boolean own = draft.author().equals(who.name());
        boolean taken = drafts.isTaken(draft);
        boolean waits = draft.state() == DraftState.PROPOSED && !taken;
        return SignPage.of("edit-change", request, response, text.lang())
                .addObject("draft", new WaitingView(draft, drafts.isTaken(draft), who, text))
                .addObject("seen", draft.digest())
                .addObject("kept", WaitingView.when(draft.kept(), text))
                .addObject("by", draft.by())
                .addObject("wordsMax", settings.wordsLengthMax())
                .addObject("words", draft.words())
                .addObject("wordsBy", draft.wordsBy())
                .addObject("answers", draft.text().change().answers())
                .addObject("mayRead", who.mayAnswer())
                .addObject("change", draft.change())
                .addObject("rows", drafts.rows(draft.text().change(), text.lang()))
                .addObject("outcome", outcome)
                .addObject("mayPublish", waits && drafts.mayPublish(who, draft.author()))
                .addObject("mayAnswer", waits && who.mayWrite() && !own)
                .addObject("needsOther", waits && who.mayWrite() && !drafts.mayPublish(who, draft.author()))
                .addObject("taken", taken)
                .addObject(
                        "mayWithdraw", own && !taken && (draft.state().open() || draft.state() == DraftState.REFUSED))
                .addObject("mayGoOn", own && !taken && !draft.text().form().isEmpty())
                .addObject("form", draft.text().page())
                .addObject("rulesLang", Languages.DOCUMENTATION);
    }

    private PageText text(HttpServletRequest request) {
        return new PageText(languages.of(request), messages);
    }
}
