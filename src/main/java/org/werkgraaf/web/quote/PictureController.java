package org.werkgraaf.web.quote;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.index.Thing;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.ask.MissingThing;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.text.PageText;

/** {@code GET /og/<type>/<slug>.png}: the picture of a thing for links on other sites. */
@RestController
@Hidden
class PictureController {
    /** Pictures that are kept; one is some 40 kB. */
    private static final int KEPT_MAX = 200;

    private final EntityIndex index;
    private final MessageSource messages;
    private final org.werkgraaf.web.http.ReaderLanguage languages;
    private final Map<String, byte[]> kept = new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT_MAX;
        }
    };

    PictureController(EntityIndex index, MessageSource messages, org.werkgraaf.web.http.ReaderLanguage languages) {
        this.index = index;
        this.messages = messages;
        this.languages = languages;
    }

    @GetMapping("/og/{type}/{slug}.png")
    ResponseEntity<byte[]> picture(@PathVariable String type, @PathVariable String slug, HttpServletRequest request) {
        String lang = languages.of(request);
        Thing thing = index.find(type + "/" + slug).orElseThrow(() -> MissingThing.of(type, slug));
        Stamp stamp = index.stamp().orElseThrow(() -> new IllegalStateException("No release is published yet"));
        return Etags.ok(stamp.release(), "png." + lang)
                .contentType(MediaType.IMAGE_PNG)
                .body(drawn(thing, stamp, lang));
    }

    /** One at a time: drawing takes a core, and who asks for many pictures should not have them all. */
    private synchronized byte[] drawn(Thing thing, Stamp stamp, String lang) {
        return kept.computeIfAbsent(stamp.release() + "/" + lang + "/" + thing.id(), key -> {
            String kind = Languages.pick(stamp.labels().getOrDefault(thing.type(), Map.of()), lang, thing.type());
            String dated = thing.date() == null ? "" : " · " + new PageText(lang, messages).day(thing.date());
            return Picture.of(kind + dated, thing.label(lang), thing.summary(lang), "Werkgraaf · " + stamp.release());
        });
    }
}
