package org.werkgraaf.web.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** Writes the values of an answer as a reader of its language expects them. */
final class QuestionCells {
    private static final Set<String> SUMS =
            Set.of("amount", PropertyNames.AMOUNT_IMPOSED, PropertyNames.AMOUNT_IN_FORCE, "sum", "highest");
    private static final Set<String> DAYS =
            Set.of(XSDDatatype.XSDdate.getURI(), XSDDatatype.XSDgYearMonth.getURI(), XSDDatatype.XSDgYear.getURI());
    private static final String CURRENCY = "currency";

    private final QuestionAnswer answer;
    private final PageText text;

    QuestionCells(QuestionAnswer answer, PageText text) {
        this.answer = answer;
        this.text = text;
    }

    /** The rows as cells, in the order of the columns. */
    List<List<Cell>> rows() {
        return answer.rows().stream()
                .map(row ->
                        answer.variables().stream().map(name -> cell(row, name)).toList())
                .toList();
    }

    /** One value; an empty cell when the row has none. */
    Cell cell(Binding row, String name) {
        Node node = row.get(name);
        if (node == null) {
            return new Cell("", null, null, false);
        }
        if (!node.isLiteral()) {
            String shown = text.name(java.util.Map.of(), node.toString());
            return new Cell(
                    answer.labels().getOrDefault(node, shown),
                    ThingId.find(node).map(id -> "/id/" + id).orElse(null),
                    null,
                    false);
        }
        String lang = node.getLiteralLanguage();
        return new Cell(
                literal(row, name, node),
                null,
                lang.isEmpty() || lang.equals(answer.request().lang()) ? null : lang,
                number(node).isPresent());
    }

    /** The number that a literal is. */
    static Optional<Number> number(@Nullable Node node) {
        return node != null && node.isLiteral() && node.getLiteralValue() instanceof Number number
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The currency of a sum in a row: a column of its own, else what was asked for. */
    Optional<String> currency(Binding row, String name) {
        Node node = row.contains(CURRENCY)
                ? row.get(CURRENCY)
                : answer.request().values().get(CURRENCY);
        return SUMS.contains(name) && node != null && node.isLiteral()
                ? Optional.of(node.getLiteralLexicalForm())
                : Optional.empty();
    }

    private String literal(Binding row, String name, Node node) {
        String form = node.getLiteralLexicalForm();
        if (DAYS.contains(node.getLiteralDatatypeURI())) {
            return text.day(form);
        }
        if (name.equals("comparator")) {
            return text.comparator(form, "").strip();
        }
        if (name.equals("year") || number(node).isEmpty()) {
            return form;
        }
        Node unit = row.get("unit");
        return name.equals("value") && unit != null && unit.isLiteral()
                ? text.figure(form, unit.getLiteralLexicalForm())
                : text.money(form, currency(row, name).orElse(null));
    }

    /**
     * A cell of the table.
     *
     * @param text what it says
     * @param href page of the thing that it names, if it names one
     * @param lang language of the text when that is not the page's
     * @param number whether it is a number
     */
    record Cell(
            String text, @Nullable String href, @Nullable String lang, boolean number) {}
}
