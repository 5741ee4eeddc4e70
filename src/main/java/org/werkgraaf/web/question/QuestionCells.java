package org.werkgraaf.web.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.presentation.Figure;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionChart;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** Writes the values of an answer as a reader of its language expects them. */
final class QuestionCells {
    private static final Set<String> DAYS =
            Set.of(XSDDatatype.XSDdate.getURI(), XSDDatatype.XSDgYearMonth.getURI(), XSDDatatype.XSDgYear.getURI());

    private final QuestionAnswer answer;
    private final Presentation presentation;
    private final PageText text;

    QuestionCells(QuestionAnswer answer, Presentation presentation, PageText text) {
        this.answer = answer;
        this.presentation = presentation;
        this.text = text;
    }

    /** The rows as cells, in the order of the columns. */
    List<List<Cell>> rows() {
        return IntStream.range(0, answer.rows().size())
                .mapToObj(row ->
                        answer.variables().stream().map(name -> cell(row, name)).toList())
                .toList();
    }

    /** What a row of a chart stands for; that it is not known is said, as a row without a name makes readers guess. */
    String label(Binding row, String name) {
        String label = cell(row, name).text();
        return label.isEmpty() ? text.message("question.unnamed") : label;
    }

    /** All values of a column in a row. */
    private Cell cell(int row, String name) {
        Cell first = cell(answer.rows().get(row), name);
        QuestionChart chart = answer.request().question().chart();
        if (first.text().isEmpty() && chart != null && chart.label().equals(name)) {
            return new Cell(label(answer.rows().get(row), name), null, null, false, List.of());
        }
        return first.with(answer.values(row, name).stream()
                .skip(1)
                .map(value -> cell(BindingFactory.binding(Var.alloc(name), value), name))
                .toList());
    }

    /** One value; an empty cell when the row has none. */
    Cell cell(Binding row, String name) {
        Node node = row.get(name);
        if (node == null) {
            return new Cell("", null, null, false, List.of());
        }
        if (!node.isLiteral()) {
            String shown = text.name(java.util.Map.of(), node.toString());
            return new Cell(
                    answer.labels().getOrDefault(node, shown),
                    ThingId.find(node).map(id -> "/id/" + id).orElse(null),
                    answer.labelLanguages().get(node),
                    false,
                    List.of());
        }
        String lang = node.getLiteralLanguage();
        return new Cell(
                literal(row, name, node),
                null,
                lang.isEmpty() || lang.equals(answer.request().lang()) ? null : lang,
                number(node).isPresent(),
                List.of());
    }

    /** The number that a literal is. */
    static Optional<Number> number(@Nullable Node node) {
        return node != null && node.isLiteral() && node.getLiteralValue() instanceof Number number
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The unit of a number in a row: a column of its own, else what was asked for. */
    Optional<String> unit(Binding row, String name) {
        Node unit = figure(name).unit();
        if (unit == null) {
            return Optional.empty();
        }
        String column = unit.getLocalName();
        Node node = row.contains(column)
                ? row.get(column)
                : answer.request().values().get(column);
        return Optional.ofNullable(node).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    /** Whether the numbers of a column are years. */
    boolean isYear(String name) {
        return figure(name).year();
    }

    /** How the property of a column is written: the one that it is named after, or the one of which it sums up the numbers. */
    private Figure figure(String name) {
        return presentation.figure(answer.request().question().properties().getOrDefault(name, name));
    }

    private String literal(Binding row, String name, Node node) {
        String form = node.getLiteralLexicalForm();
        if (DAYS.contains(node.getLiteralDatatypeURI())) {
            return text.day(form);
        }
        if (presentation.comparators().containsValue(name)) {
            return text.comparator(form, "").strip();
        }
        return figure(name).year() || number(node).isEmpty()
                ? form
                : text.figure(form, unit(row, name).orElse(null));
    }

    /**
     * A cell of the table.
     *
     * @param text what it says
     * @param href page of the thing that it names, if it names one
     * @param lang language of the text when that is not the page's
     * @param number whether it is a number
     * @param more the other values, when a row has several
     */
    record Cell(
            String text, @Nullable String href, @Nullable String lang, boolean number, List<Cell> more) {
        Cell with(List<Cell> others) {
            return others.isEmpty() ? this : new Cell(text, href, lang, number, others);
        }
    }
}
