package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.sign.SignPage;
import org.werkgraaf.web.text.PageText;

/** Leads from a thing that was withdrawn and has no form to what took its place, and to the change that did it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class WithdrawnPage {
    private final AtlasReader atlases;
    private final EditForms forms;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    WithdrawnPage(AtlasReader atlases, EditForms forms, ReaderLanguage languages, MessageSource messages) {
        this.atlases = atlases;
        this.forms = forms;
        this.languages = languages;
        this.messages = messages;
    }

    @ExceptionHandler(WithdrawnThing.class)
    ModelAndView told(WithdrawnThing gone, HttpServletRequest request, HttpServletResponse response) {
        PageText text = new PageText(languages.of(request), messages);
        EditThings things = new EditThings(atlases.atlas(), forms::exists);
        List<Map.Entry<String, String>> successors = gone.successors().stream()
                .map(ThingId::toString)
                .map(id -> Map.entry(id, things.name(id, text)))
                .toList();
        ModelAndView page = SignPage.of("edit-gone", request, response, text.lang())
                .addObject("name", things.name(gone.thing().toString(), text))
                .addObject("thing", gone.thing().toString())
                .addObject("successors", successors);
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
