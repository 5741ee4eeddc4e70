package org.werkgraaf.web.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders a document and its translations. Headings that stand in the same place have the same name in the address in every language, so
 * that a link to one works in all.
 */
final class DocumentHtml {
    private static final String ID = "id";
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final List<String> names = new ArrayList<>();

    /** Renders the document that gives the names of the headings. */
    String original(String markdown) {
        return render(markdown, (heading, attributes) -> names.add(attributes.getOrDefault(ID, "")));
    }

    /** Renders a translation of it. */
    String translation(String markdown) {
        int[] at = {0};
        return render(markdown, (heading, attributes) -> {
            if (at[0] < names.size()) {
                attributes.put(ID, names.get(at[0]++));
            }
        });
    }

    private static String render(String markdown, Headings headings) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    letTheKeyboardScroll(tag, attributes);
                    nameHeading(node, attributes, headings);
                })
                .build()
                .render(PARSER.parse(markdown));
    }

    private static void nameHeading(Node node, Map<String, String> attributes, Headings headings) {
        if (node instanceof Heading heading) {
            headings.name(heading, attributes);
        }
    }

    /** Long lines of code and wide tables scroll sideways, which needs the focus. */
    private static void letTheKeyboardScroll(String tag, Map<String, String> attributes) {
        if (tag.equals("pre") || tag.equals("table")) {
            attributes.put("tabindex", "0");
        }
    }

    private interface Headings {
        void name(Heading heading, Map<String, String> attributes);
    }
}
