package org.werkgraaf.web.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.edit.SideBySide.Column;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.ops.ChangeWriter;
import org.werkgraaf.web.sign.CarriedForm;
import org.werkgraaf.web.sign.PageGate;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.PageText;

/** {@code /edit/merge}: makes one thing of two, or says that they are two, after both were seen beside each other. */
@Controller
@Hidden
class MergeController {
    private static final String PATH = "/edit/merge";
    private static final String ONE = "one";
    private static final String OTHER = "other";
    private static final String STAYS = "stays";
    private static final String DIFFER = "differ";
    private static final Set<String> KNOWN = Set.of(ONE, OTHER, STAYS, "reason", Filled.DRAFT);

    private final EditGate gate;
    private final RegroupThings things;
    private final WholeChange whole;
    private final ChangeWriter changes;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    MergeController(
            EditGate gate,
            RegroupThings things,
            WholeChange whole,
            ChangeWriter changes,
            ReaderLanguage languages,
            MessageSource messages) {
        this.gate = gate;
        this.things = things;
        this.whole = whole;
        this.changes = changes;
        this.languages = languages;
        this.messages = messages;
    }

    /** The two, of which one goes and one stays. */
    private record Pair(Column goes, Column stays, ThingId from, ThingId into, boolean otherStays) {}

    /** Leads to where one signs in. */
    @ExceptionHandler(PageGate.NotSignedIn.class)
    String signIn() {
        return PageGate.SIGN_IN;
    }

    @GetMapping(PATH)
    ModelAndView form(HttpServletRequest request, HttpServletResponse response) {
        Editor who = gate.require(request, Right.CHANGES_PLAN);
        Map<String, List<String>> fields = whole.opened(who, fields(request));
        PageText text = text(request);
        ModelAndView page = page(who, fields, text, request, response);
        Optional<Pair> pair = pair(fields, page, text);
        pair.ifPresent(two -> merged(two, who, fields, page, text));
        return page;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView sent(HttpServletRequest request, HttpServletResponse response) {
        boolean again = CarriedForm.isAgain(request);
        String asked = again ? EditController.LOOK : asked(request);
        Editor who =
                gate.require(request, asked.equals(EditController.SAVE) ? Right.CHANGES_WRITE : Right.CHANGES_PLAN);
        Map<String, List<String>> fields = fields(request);
        PageText text = text(request);
        ModelAndView page = page(who, fields, text, request, response);
        Optional<Pair> pair = pair(fields, page, text);
        if (pair.isEmpty()) {
            page.setStatus(again ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
            return page.addObject("again", again);
        }
        Optional<ChangeSet> merged = merged(pair.get(), who, fields, page, text);
        if (again) {
            return page.addObject("again", true);
        }
        boolean differ = asked.equals(DIFFER);
        Optional<ChangeSet> change = differ ? differing(pair.get(), who, fields, page) : merged;
        if (change.isEmpty()) {
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        String action = differ ? (whole.publishes(who) ? EditController.SAVE : EditController.PROPOSE) : asked;
        String subject = (differ ? pair.get().from() : pair.get().into()).toString();
        return whole.done(
                new WholeChange.Sent(who, action, subject, PATH, fields), change.get(), page, text, request, response);
    }

    private static String asked(HttpServletRequest request) {
        return DIFFER.equals(request.getParameter("do")) ? DIFFER : EditController.asked(request);
    }

    private Optional<ChangeSet> differing(Pair pair, Editor who, Map<String, List<String>> fields, ModelAndView page) {
        try {
            return Optional.of(changes.differing(pair.from(), pair.into(), who.name(), given(fields, "reason")));
        } catch (RequestException e) {
            return cannot(e, page);
        }
    }

    /** What would come out, beside both as they are; nothing when they cannot be one, which the page tells. */
    private Optional<ChangeSet> merged(
            Pair pair, Editor who, Map<String, List<String>> fields, ModelAndView page, PageText text) {
        try {
            ChangeSet change = changes.merging(pair.from(), pair.into(), who.name(), given(fields, "reason"));
            page.addObject(
                    "beside",
                    things.beside(
                            List.of(
                                    pair.goes(),
                                    pair.stays(),
                                    pair.stays().with(text.message("edit.merge.after"), change)),
                            change,
                            text.lang()));
            return Optional.of(change);
        } catch (RequestException e) {
            return cannot(e, page);
        }
    }

    private static Optional<ChangeSet> cannot(RequestException e, ModelAndView page) {
        if (e.code() != ErrorCode.CHANGE_CONFLICT) {
            throw e;
        }
        page.addObject("cannot", e.getMessage());
        return Optional.empty();
    }

    /** The two that are meant; nothing when that is not clear, which the page tells. */
    private Optional<Pair> pair(Map<String, List<String>> fields, ModelAndView page, PageText text) {
        Optional<ThingId> one = meant(ONE, fields, page, text);
        Optional<ThingId> other = meant(OTHER, fields, page, text);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Column first = things.column(one.get(), text);
        Column second = things.column(other.get(), text);
        String stays = given(fields, STAYS);
        // Of which more is said is the one that most readers know.
        boolean otherStays =
                stays.isEmpty() ? second.said().size() >= first.said().size() : stays.equals(OTHER);
        Pair pair = otherStays
                ? new Pair(first, second, one.get(), other.get(), true)
                : new Pair(second, first, other.get(), one.get(), false);
        page.addObject("first", first.head())
                .addObject("second", second.head())
                .addObject("firstId", one.get().toString())
                .addObject("secondId", other.get().toString())
                .addObject("otherStays", otherStays)
                .addObject("pointing", RegroupThings.pointing(pair.goes()))
                .addObject("goes", pair.goes().head());
        return Optional.of(pair);
    }

    private Optional<ThingId> meant(String field, Map<String, List<String>> fields, ModelAndView page, PageText text) {
        String given = given(fields, field);
        List<ThingId> meant = things.meant(given);
        if (meant.size() == 1) {
            return Optional.of(meant.get(0));
        }
        if (!given.isEmpty()) {
            page.addObject(
                    field + "Problem",
                    text.message(meant.isEmpty() ? "edit.problem.NO_THING" : "edit.problem.SEVERAL_THINGS", given));
        }
        return Optional.empty();
    }

    private ModelAndView page(
            Editor who,
            Map<String, List<String>> fields,
            PageText text,
            HttpServletRequest request,
            HttpServletResponse response) {
        return SignPage.of("edit-merge", request, response, text.lang())
                .addObject(ONE, given(fields, ONE))
                .addObject(OTHER, given(fields, OTHER))
                .addObject("reason", given(fields, "reason"))
                .addObject(Filled.DRAFT, given(fields, Filled.DRAFT))
                .addObject("publishes", whole.publishes(who))
                .addObject("rulesLang", Languages.DOCUMENTATION);
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        Map<String, List<String>> fields = Filled.fields(request);
        fields.keySet().retainAll(KNOWN);
        return fields;
    }

    private static String given(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0).strip();
    }

    private PageText text(HttpServletRequest request) {
        return new PageText(languages.of(request), messages);
    }
}
