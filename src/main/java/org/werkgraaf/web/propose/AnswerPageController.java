package org.werkgraaf.web.propose;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.werkgraaf.curate.Proposal;
import org.werkgraaf.curate.ProposalException;
import org.werkgraaf.curate.ProposalState;
import org.werkgraaf.curate.ProposalText;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sign.CarriedForm;
import org.werkgraaf.web.sign.PageGate;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.PageText;

/** {@code /edit/proposals}: what readers propose, to be read and answered in a browser. */
@Controller
@Hidden
class AnswerPageController {
    private static final String PATH = "/edit/proposals";
    private static final int SHOWN_MAX = 100;

    private final ProposalBox box;
    private final PageGate gate;
    private final ProposalSettings settings;
    private final EntityReader reader;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    AnswerPageController(
            ProposalBox box,
            PageGate gate,
            ProposalSettings settings,
            EntityReader reader,
            ReaderLanguage languages,
            MessageSource messages) {
        this.box = box;
        this.gate = gate;
        this.settings = settings;
        this.reader = reader;
        this.languages = languages;
        this.messages = messages;
    }

    /** A proposal in the list. */
    record Row(String id, long number, String about, String shouldBe, String received, String state) {}

    /** Leads to where one signs in. */
    @ExceptionHandler(PageGate.NotSignedIn.class)
    String signIn() {
        return PageGate.SIGN_IN;
    }

    @GetMapping(PATH)
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        gate.require(request, Right.PROPOSALS_READ);
        PageText text = text(request);
        List<Proposal> all = List.copyOf(box.open().all());
        List<Proposal> open = all.stream().filter(each -> each.state().open()).toList();
        return SignPage.of("edit-proposals", request, response, text.lang())
                .addObject("total", open.size())
                .addObject("open", rows(open.stream(), text))
                .addObject(
                        "done",
                        rows(
                                all.stream()
                                        .filter(each -> !each.state().open())
                                        .sorted((one, other) -> other.since().compareTo(one.since())),
                                text))
                .addObject("damages", box.damages());
    }

    private static List<Row> rows(Stream<Proposal> proposals, PageText text) {
        return proposals
                .limit(SHOWN_MAX)
                .map(each -> new Row(
                        each.id(),
                        each.number(),
                        each.text().about(),
                        each.text().shouldBe(),
                        day(each.received(), text),
                        text.message("proposal.state." + each.state().code())))
                .toList();
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        gate.require(request, Right.PROPOSALS_READ);
        Proposal proposal = ProposalApiController.found(box, id);
        return page(proposal, box.open().address(id).orElse(null), "", request, response);
    }

    @PostMapping(path = PATH + "/{id}/answer", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView answer(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        gate.require(request, Right.PROPOSALS_ANSWER);
        Proposals proposals = box.open();
        Proposal before = ProposalApiController.found(box, id);
        String words = Optional.ofNullable(request.getParameter("answer")).orElse("");
        String email = proposals.address(id).orElse(null);
        if (CarriedForm.isAgain(request)) {
            return page(before, email, words, request, response).addObject("again", true);
        }
        try {
            switch (Optional.ofNullable(request.getParameter("do")).orElse("")) {
                case "looking" -> proposals.look(id);
                case "accepted" -> proposals.answer(id, true, words);
                case "declined" -> proposals.answer(id, false, words);
                case "removed" -> {
                    proposals.remove(id);
                    email = null;
                }
                default ->
                    throw new RequestException(
                            ErrorCode.BAD_PARAMETER,
                            "The field do takes looking, accepted, declined or removed. Use the buttons of the page.");
            }
        } catch (ProposalException e) {
            if (e.reason() != ProposalException.Reason.BAD_FIELD) {
                throw ProposalBox.told(e);
            }
            // What the curator wrote must not be lost with the page.
            ModelAndView page = page(before, email, words, request, response);
            page.addObject("problem", true);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return page(ProposalApiController.found(box, id), email, "", request, response);
    }

    /** @param email where the reader wants an answer: with the answer it is shown for the last time */
    private ModelAndView page(
            Proposal proposal,
            @Nullable String email,
            String words,
            HttpServletRequest request,
            HttpServletResponse response) {
        PageText text = text(request);
        ProposalText said = proposal.text();
        Optional<Description> thing = ThingId.parse(said.about()).flatMap(reader::find);
        return SignPage.of("edit-proposal", request, response, text.lang())
                .addObject("proposal", proposal)
                .addObject("path", ProposedPage.path(said.about()))
                .addObject("labels", thing.map(Description::labels).orElse(Map.of()))
                .addObject("form", thing.isPresent() ? "/edit/" + said.about() : null)
                .addObject("received", day(proposal.received(), text))
                .addObject("since", day(proposal.since(), text))
                .addObject("readerLang", text.language(said.lang()))
                .addObject("email", email)
                .addObject("words", words)
                .addObject("isOpen", proposal.state().open())
                .addObject("isNew", proposal.state() == ProposalState.RECEIVED)
                .addObject("isRemoved", proposal.state() == ProposalState.REMOVED)
                .addObject("limits", settings);
    }

    private static String day(Instant at, PageText text) {
        return text.day(at.toString().substring(0, 10));
    }

    private PageText text(HttpServletRequest request) {
        return new PageText(languages.of(request), messages);
    }
}
