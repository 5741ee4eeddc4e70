package org.werkgraaf.web.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.table.Amount;
import org.werkgraaf.table.Table;
import org.werkgraaf.vocabulary.PropertyNames;

/** Turns answers to saved questions into tables. */
final class QuestionTable {
    /** Between the values of one cell. */
    private static final String SEPARATOR = "; ";

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d*)?");
    private static final Set<String> AMOUNTS = Set.of(PropertyNames.AMOUNT_IMPOSED, PropertyNames.AMOUNT_IN_FORCE);

    private QuestionTable() {}

    /** A column with IRIs is followed by one with their labels; several values in a cell have the separator between them. */
    static Table of(QuestionAnswer answer) {
        Set<String> iris = answer.rows().stream()
                .flatMap(row -> answer.variables().stream()
                        .filter(name -> row.get(name) != null && row.get(name).isURI()))
                .collect(Collectors.toSet());
        List<String> heads = new ArrayList<>();
        for (String name : answer.variables()) {
            heads.add(name);
            if (iris.contains(name)) {
                heads.add(name + "_label");
            }
        }
        Table table = new Table(heads);
        for (int row = 0; row < answer.rows().size(); row++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (String name : answer.variables()) {
                List<Node> nodes = answer.values(row, name);
                cells.add(
                        nodes.size() == 1
                                ? value(answer, row, name, nodes.get(0))
                                : nodes.stream().map(QuestionTable::text).collect(Collectors.joining(SEPARATOR)));
                if (iris.contains(name)) {
                    cells.add(nodes.stream()
                            .map(node -> answer.labels().getOrDefault(node, ""))
                            .collect(Collectors.joining(SEPARATOR)));
                }
            }
            table.row(cells);
        }
        return table;
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private static @Nullable Object value(QuestionAnswer answer, int row, String name, Node node) {
        if (!node.isLiteral()) {
            return Table.link(node.toString());
        }
        String form = node.getLiteralLexicalForm();
        if (XSDDatatype.XSDdate.getURI().equals(node.getLiteralDatatypeURI())) {
            return Table.day(form);
        }
        if (!(node.getLiteralValue() instanceof Number)
                || !DECIMAL.matcher(form).matches()) {
            return form;
        }
        BigDecimal number = new BigDecimal(form);
        String property = answer.request().question().properties().getOrDefault(name, name);
        return AMOUNTS.contains(property) ? new Amount(number, currency(answer, row)) : number;
    }

    /** What is in a column of the row, else what was asked for. */
    private static @Nullable String currency(QuestionAnswer answer, int row) {
        Node inRow = answer.rows().get(row).get(PropertyNames.CURRENCY);
        Node node = inRow != null ? inRow : answer.request().values().get(PropertyNames.CURRENCY);
        return node != null && node.isLiteral() ? node.getLiteralLexicalForm() : null;
    }
}
