package org.werkgraaf.web.embed;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.MissingThing;
import org.werkgraaf.web.frame.PageTags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.thing.ThingPage;
import org.werkgraaf.web.thing.Wanted;

/** {@code GET /embed/<type>/<slug>}: a thing as a card without scripts, for a frame on another site. */
@RestController
@Hidden
class EmbedController {
    private final EntityReader reader;
    private final ThingPage page;
    private final PageTags tags;
    private final ReaderLanguage languages;

    EmbedController(EntityReader reader, ThingPage page, PageTags tags, ReaderLanguage languages) {
        this.reader = reader;
        this.page = page;
        this.tags = tags;
        this.languages = languages;
    }

    @GetMapping("/embed/{type}/{slug}")
    Object card(
            @PathVariable String type,
            @PathVariable String slug,
            HttpServletRequest request,
            HttpServletResponse response) {
        String lang = languages.of(request);
        Optional<ResponseEntity<Void>> unchanged = tags.unchanged(request, response, lang);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        Description thing =
                ThingId.parse(type + "/" + slug).flatMap(reader::find).orElseThrow(() -> MissingThing.of(type, slug));
        ModelAndView card = page.of(thing, lang, null, Wanted.ALL);
        card.setViewName("embed");
        return tags.tagged(card, response, thing.release(), lang);
    }
}
