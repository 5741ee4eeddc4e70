package org.werkgraaf.web.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** {@code /edit/split}: makes two things of one, by the places that speak of the other and what points to it. */
@Controller
@Hidden
class SplitController {
    private static final String PATH = "/edit/split";
    private static final String THING = "thing";

    private final EditGate gate;
    private final RegroupThings things;
    private final SplitForms forms;
    private final WholeChange whole;
    private final ChangeWriter changes;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    SplitController(
            EditGate gate,
            RegroupThings things,
            SplitForms forms,
            WholeChange whole,
            ChangeWriter changes,
            ReaderLanguage languages,
            MessageSource messages) {
        this.gate = gate;
        this.things = things;
        this.forms = forms;
        this.whole = whole;
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
        Map<String, List<String>> fields = whole.opened(who, SplitForms.fields(request));
        PageText text = text(request);
        ModelAndView page = page(who, fields, text, request, response);
        shown(fields, page, text);
        return page;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView sent(HttpServletRequest request, HttpServletResponse response) {
        boolean again = CarriedForm.isAgain(request);
        String asked = again ? EditController.LOOK : EditController.asked(request);
        Editor who =
                gate.require(request, asked.equals(EditController.SAVE) ? Right.CHANGES_WRITE : Right.CHANGES_PLAN);
        Map<String, List<String>> fields = SplitForms.fields(request);
        PageText text = text(request);
        ModelAndView page = page(who, fields, text, request, response);
        Optional<Column> thing = shown(fields, page, text);
        if (again) {
            return page.addObject("again", true);
        }
        if (thing.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        try {
            ThingId from = ThingId.find(thing.get().thing()).orElseThrow();
            SplitForms.Split split = forms.split(from, fields, who.name(), text);
            ChangeSet change = changes.splitting(split.split(), split.described());
            page.addObject(
                    "beside",
                    things.beside(
                            List.of(
                                    thing.get(),
                                    thing.get().with(text.message("edit.split.stays"), change),
                                    forms.other(split, text).with(text.message("edit.split.goes"), change)),
                            change,
                            text.lang()));
            return whole.done(
                    new WholeChange.Sent(who, asked, from.toString(), PATH, fields),
                    change,
                    page,
                    text,
                    request,
                    response);
        } catch (RequestException e) {
            if (e.code() != ErrorCode.CHANGE_CONFLICT) {
                throw e;
            }
            page.addObject("cannot", e.getMessage());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        } catch (SplitForms.Unclear e) {
            page.addObject("problem", e.getMessage());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    /** Shows the thing that is meant with its places; nothing when that is not clear, which the page tells. */
    private Optional<Column> shown(Map<String, List<String>> fields, ModelAndView page, PageText text) {
        String given = SplitForms.given(fields, THING);
        List<ThingId> meant = things.meant(given);
        if (meant.size() != 1) {
            if (!given.isEmpty()) {
                page.addObject(
                        "thingProblem",
                        text.message(meant.isEmpty() ? "edit.problem.NO_THING" : "edit.problem.SEVERAL_THINGS", given));
            }
            return Optional.empty();
        }
        Column column = things.column(meant.get(0), text);
        page.addObject("name", column.head())
                .addObject("thingId", meant.get(0).toString())
                .addObject("segment", meant.get(0).segment())
                .addObject("places", forms.places(column, fields, text))
                .addObject("pointers", forms.pointers(column, fields, text));
        return Optional.of(column);
    }

    private ModelAndView page(
            Editor who,
            Map<String, List<String>> fields,
            PageText text,
            HttpServletRequest request,
            HttpServletResponse response) {
        return SignPage.of("edit-split", request, response, text.lang())
                .addObject(THING, SplitForms.given(fields, THING))
                .addObject("other", SplitForms.given(fields, "other"))
                .addObject("slug", SplitForms.given(fields, "slug"))
                .addObject("texts", forms.texts(fields, text))
                .addObject("reason", SplitForms.given(fields, "reason"))
                .addObject(Filled.DRAFT, SplitForms.given(fields, Filled.DRAFT))
                .addObject("publishes", whole.publishes(who))
                .addObject("rulesLang", Languages.DOCUMENTATION);
    }

    private PageText text(HttpServletRequest request) {
        return new PageText(languages.of(request), messages);
    }
}
