package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.edit.EntryForm;
import org.werkgraaf.edit.EntryProblem;
import org.werkgraaf.edit.EntryState;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.edit.EditedEntry.Forms;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.PageText;

/**
 * The page of a form, with what was filled in and what it came to.
 *
 * @param forms of the thing, of places and of sources
 * @param filled what was filled in
 * @param beside who edits, and who else does
 * @param things those that can be named
 * @param place the place that is chosen; absent when none is
 * @param text of the reader's language
 */
record EditPage(
        Forms forms,
        Filled filled,
        Beside beside,
        EditThings things,
        Places.@Nullable PlaceView place,
        PageText text,
        HttpServletRequest request,
        HttpServletResponse response) {
    private static final String OUTCOME = "outcome";
    /** Whether it was to be saved, and somebody must first confirm what answers lose by it. */
    static final String UNCONFIRMED = "unconfirmed";
    /** Labels of what stands in no form of a class. */
    private static final Map<String, String> PLACES =
            Map.of("slug", "edit.slug", "passage", "edit.passage.known", "source", "edit.source.known");

    /**
     * Who edits, and who else does.
     *
     * @param who edits
     * @param publishes whether what is saved is published, and does not wait for somebody else
     * @param others who else has the form open
     * @param waiting changes of the same thing that wait
     */
    record Beside(Editor who, boolean publishes, List<EditPresence.Other> others, List<DraftChange> waiting) {}

    /** A problem as it is told above a form. */
    record Told(String link, String label, String text) {}

    /** The same with something else filled in. */
    EditPage with(Filled other) {
        return new EditPage(forms, other, beside, things, place, text, request, response);
    }

    /** The form, with what cannot be taken. */
    ModelAndView shown(EntryState before, List<EntryProblem> problems) {
        EntryForm form = forms.thing();
        boolean isNew = before.isNew();
        ModelAndView page = SignPage.of("edit", request, response, text.lang());
        FieldViews thing = new FieldViews(Filled.THING, form, before, filled, problems, things, text);
        page.addObject("own", thing.groups(false));
        page.addObject("stated", thing.groups(true));
        page.addObject("passage", part(Filled.PASSAGE, forms.passage(), problems));
        page.addObject("source", part(Filled.SOURCE, forms.source(), problems));
        page.addObject("kind", text.pick(form.labels(), form.segment()));
        page.addObject("isNew", isNew);
        page.addObject("thing", isNew ? null : before.thing().toString());
        page.addObject("name", isNew ? null : things.name(before.thing().toString(), text));
        page.addObject(
                "action",
                "/edit/" + form.segment() + "/"
                        + (isNew ? EditedEntry.NEW : before.thing().slug()));
        page.addObject("given", filled.plain());
        page.addObject("chosen", place);
        page.addObject("publishes", beside.publishes());
        page.addObject("others", beside.others());
        page.addObject(
                "waiting",
                beside.waiting().stream()
                        .filter(draft -> !draft.id().equals(filled.plain(Filled.DRAFT)))
                        .map(draft -> new WaitingView(draft, false, beside.who(), text))
                        .toList());
        // Of what the rules say.
        page.addObject("rulesLang", Languages.DOCUMENTATION);
        page.addObject("seen", isNew ? "" : before.digest());
        page.addObject(
                "sourceOpen",
                filled.source().values().stream().flatMap(List::stream).anyMatch(value -> !value.isBlank()));
        page.addObject(
                "problems",
                problems.stream()
                        .map(problem -> new Told(link(problem), label(problem), thing.words(problem)))
                        .toList());
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    /** What was filled in was made of another state: it is shown with the state of now, and nothing is written. */
    ModelAndView changed(EntryState before) {
        ModelAndView page = shown(before, List.of());
        page.addObject("changed", true);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** What was filled in before somebody had to sign in anew; nothing was done with it. */
    ModelAndView again(EntryState before) {
        return shown(before, List.of()).addObject("again", true);
    }

    /** What was filled in is what is there. */
    ModelAndView same(EntryState before) {
        return shown(before, List.of()).addObject("same", true);
    }

    ModelAndView looked(EntryState before, EditOutcome outcome) {
        return shown(before, List.of()).addObject(OUTCOME, outcome);
    }

    /** It was to be saved, and nobody said why. */
    ModelAndView withoutReason(EntryState before) {
        ModelAndView page = shown(before, List.of()).addObject("reasonMissing", true);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** @param published how publishing ended; absent when nothing was written */
    ModelAndView refused(EntryState before, EditOutcome outcome, @Nullable Publication published) {
        ModelAndView page = shown(before, List.of()).addObject(OUTCOME, outcome);
        page.addObject("publishRefused", refusal(published));
        page.addObject(UNCONFIRMED, published == null && outcome.good());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Why what is in the files was not published; null when nothing was to be published, or it was. */
    static @Nullable String refusal(@Nullable Publication published) {
        return published == null || !published.refused() ? null : published.summary();
    }

    /** @param now the things of the release that has the change */
    ModelAndView saved(EntryState before, EditOutcome outcome, EditThings now) {
        String id = before.thing().toString();
        return SignPage.of("edit-saved", request, response, text.lang())
                .addObject("thing", id)
                .addObject("name", now.name(id, text))
                .addObject("change", outcome.change())
                .addObject("answers", beside.who().mayAnswer() ? filled.plain("answers") : "")
                .addObject(OUTCOME, outcome);
    }

    /** A verdict in words. */
    EditOutcome outcome(ChangeVerdict verdict) {
        return EditOutcome.of(verdict, text);
    }

    private List<FieldViews.Group> part(String name, EntryForm form, List<EntryProblem> problems) {
        return new FieldViews(name, form, EditedEntry.none(form), filled, problems, things, text).groups(false);
    }

    private static String link(EntryProblem problem) {
        return problem.field().isEmpty()
                ? "#place"
                : "#f-" + problem.part() + "-" + problem.field()
                        + (problem.lang().isEmpty() ? "" : "-" + problem.lang());
    }

    private String label(EntryProblem problem) {
        EntryForm form = switch (problem.part()) {
            case Filled.PASSAGE -> forms.passage();
            case Filled.SOURCE -> forms.source();
            default -> forms.thing();
        };
        return form.field(problem.field())
                .map(field -> text.pick(field.labels(), field.name()))
                .orElseGet(() -> text.message(PLACES.getOrDefault(problem.field(), "edit.place")));
    }
}
