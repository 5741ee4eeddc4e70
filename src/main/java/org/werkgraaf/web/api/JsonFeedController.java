package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Etags;

/** {@code GET /feed.json} and {@code GET /questions/<name>/feed.json}: a search or a saved question as JSON Feed 1.1. */
@RestController
@Hidden
class JsonFeedController {
    private final Feed feed;
    private final WebSettings settings;

    JsonFeedController(Feed feed, WebSettings settings) {
        this.feed = feed;
        this.settings = settings;
    }

    @GetMapping(path = "/feed.json")
    ResponseEntity<Map<String, Object>> feed(HttpServletRequest request) {
        return json(feed.read(request));
    }

    @GetMapping(path = "/questions/{name}/feed.json")
    ResponseEntity<Map<String, Object>> question(@PathVariable String name, HttpServletRequest request) {
        return json(feed.read(name, request));
    }

    private ResponseEntity<Map<String, Object>> json(Feed.Content content) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", "https://jsonfeed.org/version/1.1");
        body.put("title", content.title());
        body.put("home_page_url", settings.baseUrl() + content.links().page());
        body.put("feed_url", settings.baseUrl() + content.links().json());
        body.put("language", content.lang());
        body.put(
                "items",
                content.entries().stream()
                        .map(entry -> item(entry, content.lang()))
                        .toList());
        return Etags.ok(content.release(), "feed.json." + content.lang())
                .contentType(MediaType.valueOf("application/feed+json"))
                .body(body);
    }

    /** A changed thing keeps its id: a reader shows it again because of its date. */
    private Map<String, Object> item(Feed.Entry entry, String lang) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.thing().iri());
        item.put("url", settings.baseUrl() + "/id/" + entry.thing().id());
        item.put("title", entry.thing().label(lang));
        item.put("content_text", entry.thing().summary(lang));
        item.put("date_modified", entry.updated().toString());
        return item;
    }
}
