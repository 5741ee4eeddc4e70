package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.index.Thing;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.FeedDocument;

/** {@code GET /feed.atom}, {@code /feed.json} and the same below {@code /questions/<name>/}: a search or a saved question to follow. */
@RestController
@Hidden
class FeedController {
    private final Feed feed;
    private final WebSettings settings;

    FeedController(Feed feed, WebSettings settings) {
        this.feed = feed;
        this.settings = settings;
    }

    @GetMapping(path = "/feed.atom")
    ResponseEntity<String> feed(HttpServletRequest request) {
        return atom(feed.read(request));
    }

    @GetMapping(path = "/questions/{name}/feed.atom")
    ResponseEntity<String> question(@PathVariable String name, HttpServletRequest request) {
        return atom(feed.read(name, request));
    }

    @GetMapping(path = "/feed.json")
    ResponseEntity<Map<String, Object>> feedJson(HttpServletRequest request) {
        return json(feed.read(request));
    }

    @GetMapping(path = "/questions/{name}/feed.json")
    ResponseEntity<Map<String, Object>> questionJson(@PathVariable String name, HttpServletRequest request) {
        return json(feed.read(name, request));
    }

    private ResponseEntity<String> atom(Feed.Content content) {
        return Etags.ok(content.release(), "atom." + content.lang())
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(document(content).toAtom());
    }

    private ResponseEntity<Map<String, Object>> json(Feed.Content content) {
        return Etags.ok(content.release(), "feed.json." + content.lang())
                .contentType(MediaType.valueOf("application/feed+json"))
                .body(document(content).toJson());
    }

    private FeedDocument document(Feed.Content content) {
        String base = settings.baseUrl();
        return new FeedDocument(
                content.title(),
                content.lang(),
                base + content.links().atom(),
                base + content.links().json(),
                base + content.links().page(),
                content.updated().toString(),
                content.entries().stream()
                        .map(entry -> entry(entry, content.lang(), base))
                        .toList());
    }

    private static FeedDocument.Entry entry(Feed.Entry entry, String lang, String base) {
        Thing thing = entry.thing();
        return new FeedDocument.Entry(
                thing.iri(),
                base + "/id/" + thing.id(),
                thing.label(lang),
                thing.summary(lang),
                entry.updated().toString());
    }
}
