package org.werkgraaf.web.history;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.MissingThing;
import org.werkgraaf.web.frame.PageTags;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;

/** {@code GET /id/<type>/<slug>/history}: what was changed on a thing, as a page, as JSON and in Markdown. */
@RestController
@Hidden
class HistoryController {
    private final ThingHistories histories;
    private final HistoryMarkdown markdown;
    private final ReaderLanguage languages;
    private final PageTags tags;

    HistoryController(ThingHistories histories, HistoryMarkdown markdown, ReaderLanguage languages, PageTags tags) {
        this.markdown = markdown;
        this.histories = histories;
        this.languages = languages;
        this.tags = tags;
    }

    @GetMapping("/id/{type}/{slug}/history")
    Object history(
            @PathVariable String type,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!Accept.of(request).prefersPage()) {
            return json(type, slug, request);
        }
        String lang = languages.of(request);
        Optional<ResponseEntity<Void>> unchanged = tags.unchanged(request, response, lang);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        ThingHistory history = find(type, slug, lang);
        ModelAndView page = new ModelAndView("changes", "history", history);
        page.addObject("lang", lang);
        return tags.tagged(page, response, history.release(), lang);
    }

    @GetMapping(path = "/id/{type}/{slug}/history.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ThingHistory> json(
            @PathVariable String type, @PathVariable String slug, HttpServletRequest request) {
        String lang = languages.of(request);
        ThingHistory history = find(type, slug, lang);
        return Etags.ok(history.release(), "history." + lang)
                .contentType(MediaType.APPLICATION_JSON)
                .body(history);
    }

    @GetMapping("/id/{type}/{slug}/history.md")
    ResponseEntity<String> markdown(@PathVariable String type, @PathVariable String slug, HttpServletRequest request) {
        String lang = languages.of(request);
        ThingHistory history = find(type, slug, lang);
        return MarkdownAnswer.of(markdown.of(history, lang), history.release(), "history." + lang);
    }

    private ThingHistory find(String type, String slug, String lang) {
        return ThingId.parse(type + "/" + slug)
                .flatMap(id -> histories.find(id, lang))
                .orElseThrow(() -> MissingThing.of(type, slug));
    }
}
