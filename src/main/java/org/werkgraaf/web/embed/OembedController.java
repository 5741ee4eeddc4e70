package org.werkgraaf.web.embed;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** {@code GET /oembed}: how another site shows a page of a thing, or of a drawing, as a card. */
@RestController
@Hidden
class OembedController {
    /** Drawings that have a card; their parameters stay in the address. */
    private static final List<String> DRAWN = List.of("timeline", "matrix", "fines", "compare");

    private static final int WIDTH = 600;
    private static final int HEIGHT = 320;
    /** Drawings need more room than the card of a thing. */
    private static final int DRAWING_HEIGHT = 560;

    private static final int SMALLEST = 200;

    private final EntityIndex index;
    private final ReaderLanguage languages;
    private final WebSettings settings;
    private final MessageSource messages;
    private final QuestionAnswers answers;

    OembedController(
            EntityIndex index,
            ReaderLanguage languages,
            WebSettings settings,
            MessageSource messages,
            QuestionAnswers answers) {
        this.answers = answers;
        this.index = index;
        this.languages = languages;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping("/oembed")
    ResponseEntity<Map<String, Object>> card(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "") String maxwidth,
            @RequestParam(defaultValue = "") String maxheight,
            HttpServletRequest request) {
        if (!format.equals("json")) {
            throw bad("format", format, "json");
        }
        String lang = languages.of(request);
        Card card = card(url, lang);
        int width = Math.min(WIDTH, most("maxwidth", maxwidth));
        int height = Math.min(card.height(), most("maxheight", maxheight));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", "1.0");
        body.put("type", "rich");
        body.put("provider_name", "Werkgraaf");
        body.put("provider_url", settings.baseUrl() + "/");
        body.put("title", card.title());
        body.put("width", width);
        body.put("height", height);
        body.put(
                "html",
                "<iframe src=\"" + HtmlUtils.htmlEscape(settings.baseUrl() + "/embed/" + card.path())
                        + "\" width=\"" + width + "\" height=\"" + height + "\" title=\""
                        + HtmlUtils.htmlEscape(card.title(), "UTF-8")
                        + "\" loading=\"lazy\" frameborder=\"0\"></iframe>");
        String release = index.stamp().map(Stamp::release).orElse("");
        return Etags.ok(release, "oembed." + lang + "." + width + "." + height)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private Card card(String url, String lang) {
        for (String drawn : DRAWN) {
            if (url.equals(settings.baseUrl() + "/" + drawn)
                    || url.startsWith(settings.baseUrl() + "/" + drawn + "?")) {
                String query = url.substring(settings.baseUrl().length() + drawn.length() + 1)
                        .replaceFirst("#.*$", "");
                String asked = query.isEmpty() ? "?lang=" + lang : query;
                return new Card(
                        messages.getMessage(drawn + ".title", null, Locale.forLanguageTag(lang)),
                        drawn + asked,
                        DRAWING_HEIGHT);
            }
        }
        String questions = settings.baseUrl() + "/questions/";
        if (url.startsWith(questions)) {
            String asked = url.substring(questions.length()).replaceFirst("#.*$", "");
            SavedQuestion question = answers.find(asked.replaceFirst("[?].*$", ""));
            return new Card(
                    question.summary(lang),
                    "questions/" + (asked.contains("?") ? asked : asked + "?lang=" + lang),
                    DRAWING_HEIGHT);
        }
        return id(url).flatMap(id -> index.find(id.toString()))
                .map(thing -> new Card(thing.label(lang), thing.id() + "?lang=" + lang, HEIGHT))
                .orElseThrow(
                        () -> new RequestException(
                                ErrorCode.NOT_FOUND,
                                "The parameter url is '" + GivenText.shorten(url)
                                        + "'; it takes the address of a thing, such as " + settings.baseUrl()
                                        + "/id/technique/keylogging, or that of /timeline, /matrix, /fines, /compare or a saved question."));
    }

    /** A page here, or the permanent address, in whatever language. */
    private Optional<ThingId> id(String url) {
        String plain = url.replaceFirst("[?#].*$", "");
        for (String base : new String[] {settings.baseUrl() + "/id/", ThingId.THINGS}) {
            if (plain.startsWith(base)) {
                return ThingId.parse(plain.substring(base.length()));
            }
        }
        return Optional.empty();
    }

    private static int most(String name, String value) {
        if (value.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < SMALLEST) {
            throw bad(name, value, "a whole number of pixels, at least " + SMALLEST);
        }
        return Integer.parseInt(value);
    }

    private static RequestException bad(String name, String value, String allowed) {
        return new RequestException(
                ErrorCode.BAD_PARAMETER,
                "The parameter " + name + " is '" + GivenText.shorten(value) + "'; it takes " + allowed + ".");
    }

    /**
     * @param title of the page
     * @param path of its card below /embed/, with the parameters
     * @param height in pixels
     */
    private record Card(String title, String path, int height) {}
}
