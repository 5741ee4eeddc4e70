package org.werkgraaf.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;

/** Tells a change in plain words, in a language. */
public final class ChangeWords {
    private static final String ARROW = " → ";
    private static final String NOTHING = "–";

    private final Graph labels;
    private final String lang;

    /**
     * @param labels where things and properties have their labels
     * @param lang the reader's language
     */
    public ChangeWords(Graph labels, String lang) {
        this.labels = labels;
        this.lang = lang;
    }

    /** {@code decided on: 27 December 2023 → 20 December 2023}; a dash where there is nothing. */
    public String line(ChangeLine line) {
        String marked = line.lang().isEmpty() ? "" : " (" + line.lang() + ")";
        return name(line.property()) + marked + ": " + values(line.before()) + ARROW + values(line.after());
    }

    /** Lines of a change in words, in their order. */
    public List<ChangeRow> rows(List<ChangeLine> lines) {
        return lines.stream().map(this::row).toList();
    }

    private ChangeRow row(ChangeLine line) {
        Node passage = line.passage();
        return new ChangeRow(
                line.thing().toString(),
                name(line.thing()),
                passage == null ? null : passage.toString(),
                line.property().toString(),
                name(line.property()),
                line.lang(),
                line.before().stream().map(this::value).toList(),
                line.after().stream().map(this::value).toList(),
                line(line));
    }

    private String values(List<Node> values) {
        return values.isEmpty() ? NOTHING : values.stream().map(this::value).collect(Collectors.joining("; "));
    }

    /** A value as a reader sees it. */
    public String value(Node value) {
        if (value.isURI()) {
            return name(value);
        }
        String text = value.getLiteralLexicalForm();
        return XSDDatatype.XSDdate.getURI().equals(value.getLiteralDatatypeURI()) ? day(text) : text;
    }

    private String day(String text) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(Languages.of(lang).locale())
                    .format(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** What a thing or property is called; its id when it has no label. */
    public String name(Node node) {
        Map<String, String> found = new HashMap<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode())) {
            labels.stream(node, property, Node.ANY)
                    .map(triple -> triple.getObject())
                    .filter(Node::isLiteral)
                    .forEach(label -> found.put(label.getLiteralLanguage(), label.getLiteralLexicalForm()));
        }
        String iri = node.toString();
        return Languages.pick(
                found,
                lang,
                ThingId.find(node)
                        .map(ThingId::toString)
                        .orElse(iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)));
    }
}
