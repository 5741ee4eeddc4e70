package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.web.ops.ChangeWriter;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.PageText;

/** Looks at a change that a page puts together as a whole, publishes it, or has it wait for somebody else. */
@Component
class WholeChange {
    private final DraftDesk drafts;
    private final ChangeWriter changes;

    WholeChange(DraftDesk drafts, ChangeWriter changes) {
        this.drafts = drafts;
        this.changes = changes;
    }

    /**
     * What was sent.
     *
     * @param who sends it
     * @param action what is to be done with it
     * @param subject id of the thing that it is about
     * @param path of the page on which it is put together
     * @param fields what was filled in there
     */
    record Sent(Editor who, String action, String subject, String path, Map<String, List<String>> fields) {
        String draft() {
            return fields.getOrDefault(Filled.DRAFT, List.of("")).get(0);
        }
    }

    /** Whether somebody publishes what he sends, and does not only propose it. */
    boolean publishes(Editor who) {
        return drafts.mayPublish(who, who.name());
    }

    /**
     * What a page is opened with: what its address says, or what somebody kept of a change of his own that waits.
     *
     * @throws org.werkgraaf.web.http.RequestException when there is none of his with that id
     */
    Map<String, List<String>> opened(Editor who, Map<String, List<String>> fields) {
        String draft = fields.getOrDefault(Filled.DRAFT, List.of("")).get(0);
        if (draft.isEmpty()) {
            return fields;
        }
        DraftChange found = drafts.find(who, draft);
        drafts.requireOwn(who, found);
        Map<String, List<String>> kept = new LinkedHashMap<>(found.text().form());
        kept.put(Filled.DRAFT, List.of(draft));
        return kept;
    }

    /**
     * Does with a change what was asked.
     *
     * @param page is shown again when nothing came of it, with why
     */
    ModelAndView done(
            Sent sent,
            ChangeSet change,
            ModelAndView page,
            PageText text,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!sent.action().equals(EditController.SAVE) && !sent.action().equals(EditController.PROPOSE)) {
            ChangeSet looked = change.reason().isEmpty() ? change.because(text.message("edit.look")) : change;
            return page.addObject("outcome", EditOutcome.of(changes.look(looked), text));
        }
        if (change.reason().isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page.addObject("reasonMissing", true);
        }
        return sent.action().equals(EditController.SAVE) && publishes(sent.who())
                ? saved(sent, change, page, text, request, response)
                : proposed(sent, change, page, text);
    }

    private ModelAndView saved(
            Sent sent,
            ChangeSet change,
            ModelAndView page,
            PageText text,
            HttpServletRequest request,
            HttpServletResponse response) {
        ChangeWriter.Written<EditOutcome> written =
                changes.write(change, EditOutcome.confirmed(request), verdict -> EditOutcome.of(verdict, text));
        Publication published = written.published();
        if (published == null || published.refused()) {
            page.addObject("publishRefused", EditPage.refusal(published));
            page.addObject(
                    EditPage.UNCONFIRMED, published == null && written.told().good());
            return refused(page, written.told());
        }
        if (!sent.draft().isEmpty()) {
            drafts.done(sent.who(), sent.draft());
        }
        return SignPage.of("edit-saved", request, response, text.lang())
                .addObject("thing", sent.subject())
                .addObject("name", sent.subject())
                .addObject("change", written.told().change())
                .addObject("outcome", written.told());
    }

    private ModelAndView proposed(Sent sent, ChangeSet change, ModelAndView page, PageText text) {
        DraftDesk.Proposed<EditOutcome> proposed = drafts.propose(
                Optional.of(sent.draft()).filter(id -> !id.isEmpty()).orElse(null),
                new DraftChange.Text(sent.subject(), sent.path(), change, sent.fields()),
                verdict -> EditOutcome.of(verdict, text));
        return proposed.draft() == null
                ? refused(page, proposed.told())
                : SignPage.leadTo("/edit/changes/" + proposed.draft().id());
    }

    private static ModelAndView refused(ModelAndView page, EditOutcome outcome) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("outcome", outcome);
    }
}
