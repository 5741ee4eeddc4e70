package org.werkgraaf.web.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.sign.Gate;
import org.werkgraaf.web.text.PageText;

/** {@code GET /edit/places}: completes a place in a source while it is typed, for who edits. */
@RestController
@Hidden
class PlacesController {
    private static final int LENGTH_MAX = 200;
    private static final int PARAPHRASE_LENGTH_MAX = 160;

    private final Gate gate;
    private final Places places;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    PlacesController(Gate gate, Places places, ReaderLanguage languages, MessageSource messages) {
        this.gate = gate;
        this.places = places;
        this.languages = languages;
        this.messages = messages;
    }

    /**
     * A place, in the form of the names that a search box completes.
     *
     * @param id its id
     * @param label its heading, page and lines
     * @param name the same
     * @param lang absent: the heading is in the reader's language as far as there is one
     * @param typeLabel what stands there
     */
    record Suggestion(
            String id, String label, String name, @Nullable String lang, String typeLabel) {}

    /** Those that fit. */
    record Suggestions(List<Suggestion> suggestions) {}

    @GetMapping(path = "/edit/places", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Suggestions> suggest(HttpServletRequest request) {
        gate.require(request, Right.CHANGES_PLAN);
        PageText text = new PageText(languages.of(request), messages);
        List<Suggestion> found =
                places.find(EditThings.id(given(request, "source")).orElse(null), given(request, "q"), text).stream()
                        .map(place -> new Suggestion(
                                place.id(), place.where(), place.where(), null, shortened(place.paraphrase())))
                        .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Suggestions(found));
    }

    private static String given(HttpServletRequest request, String name) {
        String given =
                Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        return given.length() <= LENGTH_MAX ? given : given.substring(0, LENGTH_MAX);
    }

    private static String shortened(String text) {
        return text.length() <= PARAPHRASE_LENGTH_MAX ? text : text.substring(0, PARAPHRASE_LENGTH_MAX - 1) + "…";
    }
}
