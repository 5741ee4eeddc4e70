package org.werkgraaf.web.home;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** {@code /about} and the documents below it, written in Markdown and rendered once at start. */
@Controller
@Hidden
class AboutController {
    private static final List<String> DOCUMENTS =
            List.of("about", "check", "api", "sparql", "errors", "content", "operations", "privacy");

    private final Map<String, Document> documents = new LinkedHashMap<>();

    AboutController() {
        List<org.commonmark.Extension> extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
        Parser parser = Parser.builder().extensions(extensions).build();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(true)
                .attributeProviderFactory(context -> AboutController::letTheKeyboardScroll)
                .build();
        for (String name : DOCUMENTS) {
            String markdown = read(name);
            String title = markdown.lines().findFirst().orElse(name).replaceFirst("^#+ *", "");
            documents.put(name, new Document(name, title, renderer.render(parser.parse(markdown))));
        }
    }

    /** Long lines of code scroll sideways, which needs the focus. */
    private static void letTheKeyboardScroll(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre")) {
            attributes.put("tabindex", "0");
        }
    }

    @GetMapping("/about")
    ModelAndView about() {
        return document("about");
    }

    @GetMapping("/about/{name}")
    ModelAndView document(@PathVariable String name) {
        Document document = documents.get(name);
        if (document == null) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "There is no document '" + GivenText.shorten(name) + "'. There are " + String.join(", ", DOCUMENTS)
                            + ".");
        }
        ModelAndView page = new ModelAndView("about");
        page.addObject("document", document);
        page.addObject("documents", documents.values());
        return page;
    }

    private static String read(String name) {
        try (InputStream in = new ClassPathResource("werkgraaf/docs/" + name + ".md").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The document docs/" + name + ".md is not packaged", e);
        }
    }

    /**
     * @param name its path
     * @param title its heading
     * @param html the rendered text
     */
    public record Document(String name, String title, String html) {}
}
