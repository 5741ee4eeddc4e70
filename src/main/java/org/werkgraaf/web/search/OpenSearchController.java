package org.werkgraaf.web.search;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.werkgraaf.index.Completed;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/** {@code GET /opensearch.xml}, by which a browser offers this search, and {@code /opensearch/suggest}, which completes in it. */
@RestController
@Hidden
class OpenSearchController {
    private static final MediaType DESCRIPTION =
            MediaType.valueOf("application/opensearchdescription+xml;charset=UTF-8");
    private static final MediaType SUGGESTIONS = MediaType.valueOf("application/x-suggestions+json");

    private final EntityIndex index;
    private final SearchParameters parameters;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final WebSettings settings;

    OpenSearchController(
            EntityIndex index,
            SearchParameters parameters,
            ReaderLanguage languages,
            MessageSource messages,
            WebSettings settings) {
        this.index = index;
        this.parameters = parameters;
        this.languages = languages;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/opensearch.xml")
    ResponseEntity<String> description(HttpServletRequest request) {
        String lang = languages.of(request);
        String base = HtmlUtils.htmlEscape(settings.baseUrl());
        String description = HtmlUtils.htmlEscape(new PageText(lang, messages).message("footer.line"), "UTF-8");
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>Werkgraaf</ShortName>
                  <Description>%2$s</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <Language>%3$s</Language>
                  <Image type="image/svg+xml">%1$s/assets/icon.svg</Image>
                  <Url type="text/html" template="%1$s/search?q={searchTerms}&amp;lang=%3$s"/>
                  <Url type="application/atom+xml" template="%1$s/feed.atom?q={searchTerms}&amp;lang=%3$s"/>
                  <Url type="application/x-suggestions+json" template="%1$s/opensearch/suggest?q={searchTerms}&amp;lang=%3$s"/>
                </OpenSearchDescription>
                """.formatted(base, description, lang);
        return ResponseEntity.ok().contentType(DESCRIPTION).body(text);
    }

    /** What was typed, the completions, what they are, and where each leads. */
    @GetMapping("/opensearch/suggest")
    ResponseEntity<List<Object>> suggest(HttpServletRequest request) {
        String typed = parameters.typed(request.getParameterMap());
        String lang = languages.of(request);
        Completed completed = index.complete(typed, lang, parameters.suggestions(request.getParameterMap()));
        return Etags.ok(completed.release(), "opensearch." + lang)
                .contentType(SUGGESTIONS)
                .body(List.of(
                        typed,
                        completed.names().stream().map(Completed.Name::name).toList(),
                        completed.names().stream()
                                .map(Completed.Name::typeLabel)
                                .toList(),
                        completed.names().stream()
                                .map(name -> settings.baseUrl() + "/id/" + name.id())
                                .toList()));
    }
}
