package org.werkgraaf.web.home;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.werkgraaf.index.Change;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;

/** {@code GET /sitemap.xml} and {@code /robots.txt}: which pages search engines should know. */
@RestController
@Hidden
class SitemapController {
    /** A sitemap may not hold more. */
    private static final int PAGES_MAX = 50_000;

    private final EntityIndex index;
    private final WebSettings settings;
    private final AtomicReference<@Nullable Sitemap> made = new AtomicReference<>();

    SitemapController(EntityIndex index, WebSettings settings) {
        this.index = index;
        this.settings = settings;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        String text = """
                User-agent: *
                Disallow: /search
                Disallow: /sparql
                Disallow: /r/
                Disallow: /embed/
                Disallow: /api/

                Sitemap: %s/sitemap.xml
                """.formatted(settings.baseUrl());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(text);
    }

    /** The same for all who ask during a release, so it is made once. */
    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap() {
        String release = index.stamp()
                .map(Stamp::release)
                .orElseThrow(() -> new IllegalStateException("No release is published yet"));
        Sitemap known = made.get();
        if (known == null || !known.release().equals(release)) {
            known = new Sitemap(release, text().getBytes(StandardCharsets.UTF_8));
            made.set(known);
        }
        return Etags.ok(release, "sitemap")
                .contentType(MediaType.APPLICATION_XML)
                .body(known.text());
    }

    private String text() {
        StringBuilder text = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        page(text, "/", null);
        index.changes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(PAGES_MAX - 1L)
                .forEach(entry -> page(text, "/id/" + entry.getKey(), entry.getValue()));
        return text.append("</urlset>\n").toString();
    }

    private void page(StringBuilder text, String path, @Nullable Change change) {
        String address = HtmlUtils.htmlEscape(settings.baseUrl() + path);
        text.append("<url><loc>").append(address).append("</loc>");
        if (change != null) {
            text.append("<lastmod>")
                    .append(LocalDate.ofInstant(change.since(), ZoneOffset.UTC))
                    .append("</lastmod>");
        }
        for (String lang : ReaderLanguage.OFFERED) {
            text.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                    .append(lang)
                    .append("\" href=\"")
                    .append(address)
                    .append("?lang=")
                    .append(lang)
                    .append("\"/>");
        }
        text.append("</url>\n");
    }

    private record Sitemap(String release, byte[] text) {}
}
