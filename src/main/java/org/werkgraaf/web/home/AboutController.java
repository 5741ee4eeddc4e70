package org.werkgraaf.web.home;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** {@code /about} and the documents below it, written in Markdown and rendered once at start. */
@Controller
@Hidden
class AboutController {
    private static final List<String> DOCUMENTS = List.of(
            "about",
            "take-along",
            "check",
            "api",
            "sparql",
            "assistants",
            "errors",
            "content",
            "operations",
            "curating",
            "privacy");

    private static final MediaType WEBP = MediaType.valueOf("image/webp");
    private static final Pattern PICTURE = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]{2}\\.webp");

    private final ReaderLanguage languages;
    /** By name, then by language. */
    private final Map<String, Map<String, Document>> documents = new LinkedHashMap<>();

    AboutController(ReaderLanguage languages) {
        this.languages = languages;
        for (String name : DOCUMENTS) {
            DocumentHtml html = new DocumentHtml();
            Map<String, Document> translations = new TreeMap<>();
            String original = read(file(name, Languages.DOCUMENTATION));
            translations.put(
                    Languages.DOCUMENTATION,
                    document(name, Languages.DOCUMENTATION, original, html.original(original)));
            for (String lang : Languages.ALL) {
                ClassPathResource file = file(name, lang);
                if (!lang.equals(Languages.DOCUMENTATION) && file.exists()) {
                    String markdown = read(file);
                    translations.put(lang, document(name, lang, markdown, html.translation(markdown)));
                }
            }
            documents.put(name, translations);
        }
    }

    private static Document document(String name, String lang, String markdown, String html) {
        String title = markdown.lines().findFirst().orElse(name).replaceFirst("^#+ *", "");
        return new Document(name, lang, title, markdown, html);
    }

    @GetMapping("/about")
    ModelAndView about(HttpServletRequest request) {
        return document("about", request);
    }

    @GetMapping("/about/{name}")
    ModelAndView document(@PathVariable String name, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("about");
        page.addObject("document", find(name, request));
        page.addObject(
                "documents",
                DOCUMENTS.stream()
                        .map(each -> nearest(each, languages.of(request)))
                        .toList());
        return page;
    }

    @GetMapping("/about.md")
    ResponseEntity<String> aboutAsWritten(HttpServletRequest request) {
        return documentAsWritten("about", request);
    }

    @GetMapping("/about/{name}.md")
    ResponseEntity<String> documentAsWritten(@PathVariable String name, HttpServletRequest request) {
        Document document = find(name, request);
        return MarkdownAnswer.of(
                document.markdown(), Integer.toHexString(document.markdown().hashCode()), document.lang());
    }

    /** A picture that a document shows. */
    @GetMapping("/about/images/{name}")
    ResponseEntity<Resource> picture(@PathVariable String name) {
        ClassPathResource file = new ClassPathResource("werkgraaf/docs/images/" + name);
        if (!PICTURE.matcher(name).matches() || !file.exists()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "There is no picture '" + GivenText.shorten(name)
                            + "'. The documents at /about show those that there" + " are.");
        }
        return ResponseEntity.ok()
                .contentType(WEBP)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(file);
    }

    private Document find(String name, HttpServletRequest request) {
        if (!documents.containsKey(name)) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "There is no document '" + GivenText.shorten(name) + "'. There are " + String.join(", ", DOCUMENTS)
                            + ".");
        }
        return nearest(name, languages.of(request));
    }

    private Document nearest(String name, String lang) {
        Map<String, Document> translations = Objects.requireNonNull(documents.get(name));
        String found = Languages.nearest(translations.keySet(), lang).orElseThrow();
        return Objects.requireNonNull(translations.get(found));
    }

    /** A translation has its language in its name, as {@code about.nl.md}. */
    private static ClassPathResource file(String name, String lang) {
        String language = lang.equals(Languages.DOCUMENTATION) ? "" : "." + lang;
        return new ClassPathResource("werkgraaf/docs/" + name + language + ".md");
    }

    private static String read(ClassPathResource file) {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The document " + file.getPath() + " is not packaged", e);
        }
    }

    /**
     * @param name its path
     * @param lang code of its language
     * @param title its heading
     * @param markdown the text as it is written
     * @param html the rendered text
     */
    public record Document(String name, String lang, String title, String markdown, String html) {}
}
