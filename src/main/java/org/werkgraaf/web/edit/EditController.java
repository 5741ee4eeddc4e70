package org.werkgraaf.web.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.werkgraaf.change.ChangeRow;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.edit.Entry;
import org.werkgraaf.edit.EntryForm;
import org.werkgraaf.edit.EntryProblem;
import org.werkgraaf.edit.EntryState;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.edit.EditedEntry.Forms;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.ops.ChangeWriter;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.PageText;

/** {@code /edit}: forms for what is known of a thing, for who may change it. */
@Controller
@Hidden
class EditController {
    private static final String SAVE = "save";
    /** Labels of what stands in no form of a class. */
    private static final Map<String, String> PLACES =
            Map.of("slug", "edit.slug", "passage", "edit.passage.known", "source", "edit.source.known");

    private final EditGate gate;
    private final EditForms forms;
    private final AtlasReader atlases;
    private final ChangeWriter changes;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    EditController(
            EditGate gate,
            EditForms forms,
            AtlasReader atlases,
            ChangeWriter changes,
            ReaderLanguage languages,
            MessageSource messages) {
        this.gate = gate;
        this.forms = forms;
        this.atlases = atlases;
        this.changes = changes;
        this.languages = languages;
        this.messages = messages;
    }

    /** A kind of thing that has a form. */
    record Kind(String segment, String label) {}

    /** What a change would do, or did. */
    record Outcome(List<ChangeRow> rows, List<Reason> broken, List<String> noted) {}

    /** Why content would be refused, and by which lines of the change. */
    record Reason(String text, List<String> by) {}

    /** Leads to where one signs in. */
    @ExceptionHandler(EditGate.NotSignedIn.class)
    String signIn() {
        return "redirect:/login";
    }

    @GetMapping("/edit")
    ModelAndView start(HttpServletRequest request, HttpServletResponse response) {
        gate.require(request, Right.CHANGES_PLAN);
        PageText text = text(request);
        ModelAndView page = SignPage.of("edit-start", request, response, text.lang());
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
    String find(HttpServletRequest request) {
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
        return "redirect:/edit/" + id;
    }

    @GetMapping("/edit/{segment}/new")
    ModelAndView fresh(@PathVariable String segment, HttpServletRequest request, HttpServletResponse response) {
        gate.require(request, Right.CHANGES_PLAN);
        EntryForm form = form(segment);
        changes.ready();
        return shown(
                form,
                EntryState.none(unnamed(form)),
                Filled.opened(request),
                List.of(),
                text(request),
                request,
                response);
    }

    @GetMapping("/edit/{segment}/{slug}")
    ModelAndView known(
            @PathVariable String segment,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response) {
        gate.require(request, Right.CHANGES_PLAN);
        EntryForm form = form(segment);
        changes.ready();
        return shown(form, state(form, slug), Filled.opened(request), List.of(), text(request), request, response);
    }

    @PostMapping(path = "/edit/{segment}/{slug}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView sent(
            @PathVariable String segment,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean saving = SAVE.equals(request.getParameter("do"));
        String author = gate.require(request, saving ? Right.CHANGES_WRITE : Right.CHANGES_PLAN);
        EntryForm form = form(segment);
        Filled filled = Filled.of(request);
        PageText text = text(request);
        EntryState before;
        if (slug.equals(EditedEntry.NEW)) {
            Optional<ThingId> id = EditedEntry.newId(filled, segment, forms::exists);
            Optional<EntryProblem.Reason> wrong = id.isEmpty()
                    ? Optional.of(EntryProblem.Reason.NO_ID)
                    : id.filter(forms::exists).map(taken -> EntryProblem.Reason.TAKEN);
            if (wrong.isPresent()) {
                return shown(
                        form,
                        EntryState.none(unnamed(form)),
                        filled,
                        List.of(new EntryProblem(Filled.THING, "slug", "", wrong.get(), filled.plain("slug"))),
                        text,
                        request,
                        response);
            }
            before = EntryState.none(id.get());
        } else {
            before = state(form, slug);
        }
        String seen = filled.plain("seen");
        if (!seen.isEmpty() && !seen.equals(before.digest())) {
            // What was filled in was made of another state: it is shown with the state of now, and nothing is written.
            ModelAndView late = shown(form, before, filled, List.of(), text, request, response);
            late.addObject("changed", true);
            late.setStatus(HttpStatus.CONFLICT);
            return late;
        }
        Entry entry = EditedEntry.of(filled, all(form), before, forms::exists, things())
                .entry();
        if (!entry.problems().isEmpty()) {
            return shown(form, before, filled, entry.problems(), text, request, response);
        }
        if (entry.isEmpty()) {
            ModelAndView same = shown(form, before, filled, List.of(), text, request, response);
            same.addObject("same", true);
            return same;
        }
        ChangeSet change = entry.change(author, filled.plain("reason"), filled.plain("answers"));
        return saving && !change.reason().isEmpty()
                ? written(form, before, filled, change, text, request, response)
                : looked(form, before, filled, change, text, request, response);
    }

    private ModelAndView looked(
            EntryForm form,
            EntryState before,
            Filled filled,
            ChangeSet change,
            PageText text,
            HttpServletRequest request,
            HttpServletResponse response) {
        // What has no reason yet can be looked at, but not written.
        ChangeVerdict verdict =
                changes.look(change.reason().isEmpty() ? change.by("", text.message("edit.look"), "") : change);
        ModelAndView page = shown(form, before, filled, List.of(), text, request, response);
        page.addObject("outcome", outcome(verdict, text));
        page.addObject("reasonMissing", filled.plain("do").equals(SAVE));
        return page;
    }

    private ModelAndView written(
            EntryForm form,
            EntryState before,
            Filled filled,
            ChangeSet change,
            PageText text,
            HttpServletRequest request,
            HttpServletResponse response) {
        ChangeWriter.Written<Outcome> written = changes.write(change, verdict -> outcome(verdict, text));
        Publication published = written.published();
        if (published == null || published.refused()) {
            ModelAndView page = shown(form, before, filled, List.of(), text, request, response);
            page.addObject("outcome", written.told());
            page.addObject("publishRefused", published == null ? null : published.summary());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        ModelAndView page = SignPage.of("edit-saved", request, response, text.lang());
        page.addObject("thing", before.thing().toString());
        page.addObject("name", things().name(before.thing().toString(), text));
        page.addObject("outcome", written.told());
        return page;
    }

    private static Outcome outcome(ChangeVerdict verdict, PageText text) {
        ChangeWords words = new ChangeWords(verdict.labels(), text.lang());
        return new Outcome(
                words.rows(verdict.lines()),
                verdict.broken().stream()
                        .map(broken -> new Reason(
                                broken.reason(),
                                broken.by().stream().map(words::line).toList()))
                        .toList(),
                verdict.noted().stream().map(Object::toString).toList());
    }

    private ModelAndView shown(
            EntryForm form,
            EntryState before,
            Filled filled,
            List<EntryProblem> problems,
            PageText text,
            HttpServletRequest request,
            HttpServletResponse response) {
        EditThings things = things();
        Forms all = all(form);
        ModelAndView page = SignPage.of("edit", request, response, text.lang());
        FieldViews thing = new FieldViews(Filled.THING, form, before, filled, problems, things, text);
        page.addObject("own", thing.groups(false));
        page.addObject("stated", thing.groups(true));
        page.addObject("passage", part(Filled.PASSAGE, all.passage(), filled, problems, things, text));
        page.addObject("source", part(Filled.SOURCE, all.source(), filled, problems, things, text));
        page.addObject("kind", text.pick(form.labels(), form.segment()));
        page.addObject("segment", form.segment());
        page.addObject("isNew", before.isNew());
        page.addObject("thing", before.isNew() ? null : before.thing().toString());
        page.addObject(
                "name", before.isNew() ? null : things.name(before.thing().toString(), text));
        page.addObject(
                "action",
                "/edit/" + form.segment() + "/"
                        + (before.isNew() ? EditedEntry.NEW : before.thing().slug()));
        page.addObject("given", filled.plain());
        // Of what the rules say.
        page.addObject("rulesLang", Languages.DOCUMENTATION);
        page.addObject("seen", before.isNew() ? "" : before.digest());
        page.addObject(
                "sourceOpen",
                filled.source().values().stream().flatMap(List::stream).anyMatch(value -> !value.isBlank()));
        page.addObject(
                "problems",
                problems.stream()
                        .map(problem -> new Told(link(problem), label(problem, all, text), thing.words(problem)))
                        .toList());
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    /** A problem as it is told above a form. */
    record Told(String link, String label, String text) {}

    private static String link(EntryProblem problem) {
        return problem.field().isEmpty()
                ? "#place"
                : "#f-" + problem.part() + "-" + problem.field()
                        + (problem.lang().isEmpty() ? "" : "-" + problem.lang());
    }

    private static String label(EntryProblem problem, Forms all, PageText text) {
        EntryForm form = switch (problem.part()) {
            case Filled.PASSAGE -> all.passage();
            case Filled.SOURCE -> all.source();
            default -> all.thing();
        };
        return form.field(problem.field())
                .map(field -> text.pick(field.labels(), field.name()))
                .orElseGet(() -> text.message(PLACES.getOrDefault(problem.field(), "edit.place")));
    }

    private static List<FieldViews.Group> part(
            String name, EntryForm form, Filled filled, List<EntryProblem> problems, EditThings things, PageText text) {
        return new FieldViews(name, form, EntryState.none(unnamed(form)), filled, problems, things, text).groups(false);
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

    private static ThingId unnamed(EntryForm form) {
        return new ThingId(form.segment(), "0");
    }

    private PageText text(HttpServletRequest request) {
        return new PageText(languages.of(request), messages);
    }
}
