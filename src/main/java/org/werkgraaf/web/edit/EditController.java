package org.werkgraaf.web.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.account.Right;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.edit.Entry;
import org.werkgraaf.edit.EntryForm;
import org.werkgraaf.edit.EntryProblem;
import org.werkgraaf.edit.EntryState;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.edit.EditPage.Beside;
import org.werkgraaf.web.edit.EditedEntry.Forms;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.ops.ChangeWriter;
import org.werkgraaf.web.sign.CarriedForm;
import org.werkgraaf.web.sign.PageGate;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.PageText;

/** {@code /edit}: forms for what is known of a thing, for who may change it. */
@Controller
@Hidden
class EditController {
    static final String SAVE = "save";
    private static final String DRAFT = "draft";
    static final String LOOK = "look";
    static final String PROPOSE = "propose";
    private static final String SEEN = "seen";
    private static final List<String> ACTIONS = List.of(LOOK, SAVE, PROPOSE, DRAFT, FormHelp.FILL, FormHelp.PLACES);

    private final EditGate gate;
    private final EditForms forms;
    private final AtlasReader atlases;
    private final ChangeWriter changes;
    private final DraftDesk drafts;
    private final EditPresence presence;
    private final FormHelp help;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    EditController(
            EditGate gate,
            EditForms forms,
            AtlasReader atlases,
            ChangeWriter changes,
            DraftDesk drafts,
            EditPresence presence,
            FormHelp help,
            ReaderLanguage languages,
            MessageSource messages) {
        this.gate = gate;
        this.forms = forms;
        this.atlases = atlases;
        this.changes = changes;
        this.drafts = drafts;
        this.presence = presence;
        this.help = help;
        this.languages = languages;
        this.messages = messages;
    }

    /** Leads to where one signs in, and from there back with what was filled in. */
    @ExceptionHandler(PageGate.NotSignedIn.class)
    String signIn() {
        return PageGate.SIGN_IN;
    }

    @GetMapping("/edit/{segment}/new")
    ModelAndView fresh(@PathVariable String segment, HttpServletRequest request, HttpServletResponse response) {
        Editor who = gate.require(request, Right.CHANGES_PLAN);
        EntryForm form = form(segment);
        changes.ready();
        return page(form, opened(request, who), beside(who, ""), request, response)
                .shown(EditedEntry.none(form), List.of());
    }

    @GetMapping("/edit/{segment}/{slug}")
    ModelAndView known(
            @PathVariable String segment,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response) {
        Editor who = gate.require(request, Right.CHANGES_PLAN);
        EntryForm form = form(segment);
        changes.ready();
        EntryState before = state(form, slug);
        Filled filled = opened(request, who);
        EditPage page = page(form, filled, beside(who, before.thing().toString()), request, response);
        String seen = filled.plain(SEEN);
        return seen.isEmpty() || seen.equals(before.digest()) ? page.shown(before, List.of()) : page.changed(before);
    }

    /** A form that nobody filled in yet, or what its author kept of it. */
    private Filled opened(HttpServletRequest request, Editor who) {
        String id = Optional.ofNullable(request.getParameter(Filled.DRAFT)).orElse("");
        if (id.isEmpty()) {
            return Filled.opened(request);
        }
        DraftChange draft = drafts.find(who, id);
        if (!draft.author().equals(who.name())) {
            throw new RequestException(
                    ErrorCode.CHANGE_NOT_WAITING,
                    "Only its author can go on with a change. Send it back with what is to be done.");
        }
        return Filled.of(draft.text().form()).keptAs(id);
    }

    @PostMapping(path = "/edit/{segment}/{slug}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView sent(
            @PathVariable String segment,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean again = CarriedForm.isAgain(request);
        String asked = again ? LOOK : asked(request);
        Editor who = gate.require(request, asked.equals(SAVE) ? Right.CHANGES_WRITE : Right.CHANGES_PLAN);
        EntryForm form = form(segment);
        Filled filled = Filled.of(request);
        boolean isNew = slug.equals(EditedEntry.NEW);
        EditPage page = page(form, filled, beside(who, isNew ? "" : segment + "/" + slug), request, response);
        EntryState before;
        if (isNew) {
            if (again) {
                return page.again(EditedEntry.none(form));
            }
            Optional<ModelAndView> helped = help.help(asked, page, EditedEntry.none(form));
            if (helped.isPresent()) {
                return helped.get();
            }
            Optional<ThingId> id = EditedEntry.newId(filled, segment, forms::exists);
            Optional<EntryProblem.Reason> wrong = id.isEmpty()
                    ? Optional.of(EntryProblem.Reason.NO_ID)
                    : id.filter(forms::exists).map(taken -> EntryProblem.Reason.TAKEN);
            if (wrong.isPresent()) {
                return page.shown(
                        EditedEntry.none(form),
                        List.of(new EntryProblem(Filled.THING, "slug", "", wrong.get(), filled.plain("slug"))));
            }
            before = EntryState.none(id.get());
        } else {
            before = state(form, slug);
        }
        if (again) {
            return page.again(before);
        }
        Optional<ModelAndView> helped = help.help(asked, page, before);
        if (helped.isPresent()) {
            return helped.get();
        }
        String seen = filled.plain(SEEN);
        if (!seen.isEmpty() && !seen.equals(before.digest())) {
            return page.changed(before);
        }
        Entry entry = EditedEntry.of(filled, all(form), before, forms::exists, things())
                .entry();
        if (!entry.problems().isEmpty()) {
            return page.shown(before, entry.problems());
        }
        if (entry.isEmpty()) {
            return page.same(before);
        }
        ChangeSet change = entry.change(who.name(), filled.plain("reason"), filled.plain("answers"));
        if (asked.equals(LOOK) || asked.equals(FormHelp.FILL)) {
            return looked(page, before, change);
        }
        if (change.reason().isEmpty()) {
            return page.withoutReason(before);
        }
        if (asked.equals(SAVE) && drafts.mayPublish(who, who.name())) {
            return written(page, before, change);
        }
        return kept(page, before, change, !asked.equals(DRAFT), request);
    }

    /** What is asked by a button of a form; a look where none was pressed. */
    static String asked(HttpServletRequest request) {
        String asked = Optional.ofNullable(request.getParameter("do")).orElse(LOOK);
        if (!ACTIONS.contains(asked)) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The field do is '" + GivenText.shorten(asked) + "'; it takes " + String.join(", ", ACTIONS)
                            + ". Use the buttons of the page.");
        }
        return asked;
    }

    private ModelAndView kept(
            EditPage page, EntryState before, ChangeSet change, boolean proposed, HttpServletRequest request) {
        String thing = before.thing().toString();
        String known = page.filled().plain(Filled.DRAFT);
        String id = known.isEmpty() ? null : known;
        DraftChange.Text text =
                new DraftChange.Text(thing, request.getRequestURI(), change, Filled.known(request, page.forms()));
        DraftChange kept;
        if (proposed) {
            DraftDesk.Proposed<EditOutcome> result = drafts.propose(id, text, page::outcome);
            if (result.draft() == null) {
                return page.refused(before, result.told(), null);
            }
            kept = result.draft();
        } else {
            kept = drafts.keep(id, text, false);
        }
        presence.done(thing, change.author());
        return SignPage.leadTo("/edit/changes/" + kept.id());
    }

    private ModelAndView looked(EditPage page, EntryState before, ChangeSet change) {
        // What has no reason yet can be looked at, but not written.
        ChangeSet looked = change.reason().isEmpty() ? change.by("", page.text().message("edit.look"), "") : change;
        return page.looked(before, page.outcome(changes.look(looked)));
    }

    private ModelAndView written(EditPage page, EntryState before, ChangeSet change) {
        ChangeWriter.Written<EditOutcome> written =
                changes.write(change, EditOutcome.confirmed(page.request()), page::outcome);
        Publication published = written.published();
        String draft = page.filled().plain(Filled.DRAFT);
        if (published != null && !draft.isEmpty()) {
            drafts.done(page.beside().who(), draft);
        }
        presence.done(before.thing().toString(), change.author());
        return published == null || published.refused()
                ? page.refused(before, written.told(), published)
                : page.saved(before, written.told(), things());
    }

    private EditPage page(
            EntryForm form, Filled filled, Beside beside, HttpServletRequest request, HttpServletResponse response) {
        PageText text = text(request);
        return new EditPage(
                all(form), filled, beside, things(), help.chosen(filled, text).orElse(null), text, request, response);
    }

    /** @param thing id of the thing whose form it is; empty for a new one */
    private Beside beside(Editor who, String thing) {
        return new Beside(
                who,
                drafts.mayPublish(who, who.name()),
                thing.isEmpty() ? List.of() : presence.others(thing, who.name()),
                thing.isEmpty() ? List.of() : drafts.about(thing));
    }

    private Forms all(EntryForm thing) {
        return new Forms(
                thing,
                forms.form(ClassNames.PASSAGE).orElseThrow(),
                forms.form(ClassNames.SOURCE).orElseThrow());
    }

    private EditThings things() {
        return new EditThings(atlases.atlas(), forms::exists);
    }

    private EntryForm form(String segment) {
        return forms.below(segment)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no kind of thing '" + GivenText.shorten(segment)
                                + "' to edit. /edit lists those that have a form."));
    }

    private EntryState state(EntryForm form, String slug) {
        return ThingId.parse(form.segment() + "/" + slug)
                .map(id -> forms.state(id, form))
                .filter(state -> !state.isNew())
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no thing '" + form.segment() + "/" + GivenText.shorten(slug)
                                + "' to edit. Open /edit/" + form.segment() + "/new to make one."));
    }

    private PageText text(HttpServletRequest request) {
        return new PageText(languages.of(request), messages);
    }
}
