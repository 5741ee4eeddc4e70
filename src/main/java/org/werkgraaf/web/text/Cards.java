package org.werkgraaf.web.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.presentation.Figure;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.ThingId;

/** Writes on the cards of lists what the content wants to be seen of the things of each class; templates call it. */
public final class Cards {
    private static final int VALUES_MAX = 4;

    private final Presentation presentation;

    /** @param presentation what is shown of each class in the release that is served */
    public Cards(Presentation presentation) {
        this.presentation = presentation;
    }

    /**
     * The lines of one card; those without values are left out.
     *
     * @param text writes for the reader
     * @param type local name of the class
     * @param details values by local name of the property; texts with an at sign and their language behind it
     * @param labels labels of the things among the values, by id
     */
    public List<Line> lines(PageText text, String type, Map<String, List<String>> details, Map<String, String> labels) {
        List<Line> lines = new ArrayList<>();
        for (List<Node> properties :
                presentation.profile(type).map(Profile::card).orElse(List.of())) {
            String word = text.pick(figure(properties.get(0)).cardWord(), "");
            List<Fact> facts = properties.stream()
                    .flatMap(property -> facts(text, property.getLocalName(), details, labels).stream())
                    .toList();
            if (!facts.isEmpty()) {
                int shown = word.isEmpty() ? facts.size() : Math.min(VALUES_MAX, facts.size());
                lines.add(new Line(word, facts.subList(0, shown), facts.size() - shown));
            }
        }
        return lines;
    }

    private Figure figure(Node property) {
        return presentation.figure(property.getLocalName());
    }

    private List<Fact> facts(
            PageText text, String property, Map<String, List<String>> details, Map<String, String> labels) {
        Figure figure = presentation.figure(property);
        List<String> values = details.get(property);
        if (values == null) {
            return texts(text, property, details);
        }
        Node unit = figure.unit();
        if (unit == null) {
            Style style = figure.tag() ? Style.TAG : Style.PLAIN;
            return values.stream()
                    .map(value -> label(text, value, labels))
                    .map(value -> new Fact(phrase(text, figure, value), null, style))
                    .toList();
        }
        String written = first(details, unit);
        String comparator = figure.comparator() == null ? null : first(details, figure.comparator());
        Style style = figure.phrase().isEmpty() ? Style.AMOUNT : Style.PLAIN;
        return values.stream()
                .map(value -> text.figure(value, written, comparator))
                .map(value -> new Fact(phrase(text, figure, value), null, style))
                .toList();
    }

    private static @Nullable String first(Map<String, List<String>> details, Node property) {
        List<String> values = details.getOrDefault(property.getLocalName(), List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    private static String label(PageText text, String value, Map<String, String> labels) {
        String known = labels.get(value);
        return known != null ? known : ThingId.parse(value).isPresent() ? text.name(Map.of(), value) : value;
    }

    /** What is written in languages, in the reader's or the nearest one. */
    private static List<Fact> texts(PageText text, String property, Map<String, List<String>> details) {
        Map<String, List<String>> byLanguage = new TreeMap<>();
        details.forEach((key, values) -> {
            if (key.startsWith(property + "@")) {
                byLanguage.put(key.substring(property.length() + 1), values);
            }
        });
        Map<String, String> first = new TreeMap<>();
        byLanguage.forEach((lang, values) -> first.put(lang, values.get(0)));
        return byLanguage.getOrDefault(text.pickLang(first), List.of()).stream()
                .map(value -> new Fact(value, text.foreign(first), Style.TEXT))
                .toList();
    }

    private static String phrase(PageText text, Figure figure, String value) {
        return text.pick(figure.phrase(), "{0}").replace("{0}", value);
    }

    /** How a fact looks. */
    public enum Style {
        AMOUNT,
        TAG,
        TEXT,
        PLAIN
    }

    /**
     * A line of a card.
     *
     * @param word what stands before it; empty for nothing
     * @param facts what it says, in order
     * @param more how many facts there are besides
     */
    public record Line(String word, List<Fact> facts, int more) {}

    /**
     * A value as it is shown.
     *
     * @param text what it says
     * @param lang its language when that is not the reader's
     * @param style how it looks
     */
    public record Fact(String text, @Nullable String lang, Style style) {}
}
