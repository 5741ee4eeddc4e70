package org.werkgraaf.web.propose;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.curate.Proposal;
import org.werkgraaf.curate.ProposalException;
import org.werkgraaf.curate.ProposalText;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.PageText;

/** {@code /propose} and {@code /proposals/<id>}: a form for what is wrong or missing, and a page on which to follow it. */
@Controller
@Hidden
class ProposePageController {
    private static final String PATH = "/propose";
    private static final String ABOUT = "about";
    private static final String LABELS = "labels";
    private static final String STATEMENT = "statement";
    /** Nobody sees this field; who fills in everything fills it in too. */
    private static final String TRAP = "website";

    private static final String ELSEWHERE = "cross-site";

    private final ProposalBox box;
    private final ProposalSettings settings;
    private final WebSettings web;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final EntityReader reader;

    ProposePageController(
            ProposalBox box,
            ProposalSettings settings,
            WebSettings web,
            ReaderLanguage languages,
            MessageSource messages,
            EntityReader reader) {
        this.box = box;
        this.settings = settings;
        this.web = web;
        this.languages = languages;
        this.messages = messages;
        this.reader = reader;
    }

    @GetMapping(PATH)
    ModelAndView form(HttpServletRequest request, HttpServletResponse response) {
        box.open();
        String statement = value(request, STATEMENT);
        ProposalBox.Sent empty = new ProposalBox.Sent(value(request, ABOUT), statement, "", "", "", "");
        return form(empty, text(request), null, null, response);
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Object send(HttpServletRequest request, HttpServletResponse response) {
        box.open();
        requireOurs(request);
        JsonBody.requireSmall(length(request), settings.bodyBytesMax());
        PageText text = text(request);
        ProposalBox.Sent sent = new ProposalBox.Sent(
                value(request, ABOUT),
                value(request, STATEMENT),
                value(request, "shouldBe"),
                value(request, "source"),
                value(request, "place"),
                value(request, "email"));
        if (!value(request, TRAP).isEmpty()) {
            return form(sent, text, TRAP, ErrorCode.BAD_PARAMETER, response);
        }
        try {
            Proposal kept = box.receive(sent, text, ProposalBox.Sender.of(request));
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/proposals/" + kept.id()))
                    .cacheControl(CacheControl.noStore())
                    .build();
        } catch (ProposalException e) {
            return form(sent, text, e.field(), ProposalBox.told(e).code(), response);
        } catch (RequestException e) {
            if (e.code() != ErrorCode.TOO_MANY_PROPOSALS) {
                throw e;
            }
            // What the reader wrote must not be lost with the page.
            return form(sent, text, null, e.code(), response);
        }
    }

    @GetMapping("/proposals/{id}")
    ModelAndView follow(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        Proposal proposal = ProposalApiController.found(box, id);
        PageText text = text(request);
        ModelAndView page = page("proposal", text, response);
        page.addObject("proposal", proposal);
        page.addObject("seen", ProposalAnswer.isSeen(proposal));
        page.addObject("link", ProposalAnswer.link(proposal, web.baseUrl()));
        page.addObject("received", day(proposal.received(), text));
        page.addObject("since", day(proposal.since(), text));
        Optional<Description> thing = ThingId.parse(proposal.text().about()).flatMap(reader::find);
        page.addObject("path", ProposedPage.path(proposal.text().about()));
        page.addObject(LABELS, thing.map(Description::labels).orElse(Map.of()));
        return page;
    }

    private ModelAndView form(
            ProposalBox.Sent sent,
            PageText text,
            @Nullable String field,
            @Nullable ErrorCode problem,
            HttpServletResponse response) {
        ModelAndView page = page("propose", text, response);
        String noStatement = sent.statement().equals(ProposalText.MISSING) ? ProposalText.MISSING : "";
        if (ProposedPage.isMeant(sent.about())) {
            ProposedPage.require(sent.about(), settings.lineLengthMax());
            page.addObject(ABOUT, sent.about());
            page.addObject(LABELS, Map.of());
            page.addObject("groups", List.of());
            page.addObject("chosen", noStatement);
        } else {
            Description thing = box.thing(sent.about());
            StatementChoices choices = box.choices(thing, text);
            page.addObject(ABOUT, thing.id());
            page.addObject(LABELS, thing.labels());
            page.addObject("groups", choices.shown());
            page.addObject(
                    "chosen",
                    choices.find(sent.statement())
                            .map(StatementChoices.Choice::key)
                            .orElse(noStatement));
        }
        page.addObject("path", ProposedPage.path(sent.about()));
        page.addObject("sent", sent);
        page.addObject("field", field);
        page.addObject("problem", field == null && problem != null ? problem.code() : null);
        page.addObject("limits", settings);
        if (problem != null) {
            page.setStatus(problem.status());
        }
        return page;
    }

    private static ModelAndView page(String name, PageText text, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        ModelAndView page = new ModelAndView(name);
        page.addObject("lang", text.lang());
        return page;
    }

    /** There is no session whose rights another site could use, but it should not send proposals by its visitors' browsers either. */
    private static void requireOurs(HttpServletRequest request) {
        if (ELSEWHERE.equals(request.getHeader("Sec-Fetch-Site"))) {
            throw new RequestException(
                    ErrorCode.PROPOSALS_OFF,
                    "The form was sent by a page of another site. Open the page that you mean here, and propose it from"
                            + " there.");
        }
    }

    private static long length(HttpServletRequest request) {
        long parameters = request.getParameterMap().values().stream()
                .flatMap(Stream::of)
                .mapToLong(String::length)
                .sum();
        return Math.max(parameters, request.getContentLengthLong());
    }

    private static String day(java.time.Instant at, PageText text) {
        return text.day(at.toString().substring(0, 10));
    }

    private PageText text(HttpServletRequest request) {
        return new PageText(languages.of(request), messages);
    }

    private static String value(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
