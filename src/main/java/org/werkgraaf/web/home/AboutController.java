package org.werkgraaf.web.home;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
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
            "about", "check", "api", "sparql", "assistants", "errors", "content", "operations", "curating", "privacy");

    private final ReaderLanguage languages;
    /** By name, then by language. */
    private final Map<String, Map<String, Document>> documents = new LinkedHashMap<>();

    AboutController(ReaderLanguage languages) {
        this.languages = languages;
        List<org.commonmark.Extension> extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
        Parser parser = Parser.builder().extensions(extensions).build();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(true)
                .attributeProviderFactory(context -> AboutController::letTheKeyboardScroll)
                .build();
        for (String name : DOCUMENTS) {
            Map<String, Document> translations = new TreeMap<>();
            for (String lang : Languages.ALL) {
                ClassPathResource file = file(name, lang);
                if (file.exists() || lang.equals(Languages.DOCUMENTATION)) {
                    String markdown = read(file);
                    String title = markdown.lines().findFirst().orElse(name).replaceFirst("^#+ *", "");
                    translations.put(
                            lang, new Document(name, lang, title, markdown, renderer.render(parser.parse(markdown))));
                }
            }
            documents.put(name, translations);
        }
    }

    /** Long lines of code and wide tables scroll sideways, which needs the focus. */
    private static void letTheKeyboardScroll(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre") || tag.equals("table")) {
            attributes.put("tabindex", "0");
        }
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
