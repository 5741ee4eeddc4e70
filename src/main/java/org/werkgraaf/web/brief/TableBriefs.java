package org.werkgraaf.web.brief;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.Found;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.text.Wording;

/** Tells tables in short. */
@Component
public class TableBriefs {
    private static final int CELL_MAX = 400;

    private final CoverageNotes coverage;

    TableBriefs(CoverageNotes coverage) {
        this.coverage = coverage;
    }

    /** A page of the answer to a saved question. */
    public TableBrief of(QuestionAnswer answer) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Binding row : answer.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (String name : answer.variables()) {
                cells.add(cell(row.get(name), answer));
            }
            rows.add(cells);
        }
        int page = answer.request().page();
        String rest = answer.complete()
                ? null
                : rows.size() + " of " + answer.total() + " rows"
                        + (answer.hasNext() ? "; ask for page " + (page + 1) + " or a larger size." : ".");
        return new TableBrief(
                answer.request().question().summary(answer.request().lang()),
                answer.variables(),
                rows,
                CoverageNotes.countries(coverage.of(answer)),
                answer.total(),
                answer.complete(),
                rest,
                answer.release());
    }

    /**
     * The first rows of what a query found.
     *
     * @param found read while the query runs
     * @param size how many at most
     */
    public TableBrief of(Found found, int size, String release) {
        if (found instanceof Found.Truth truth) {
            return table(List.of("answer"), List.of(List.of(String.valueOf(truth.value()))), 1, false, release);
        }
        if (found instanceof Found.Triples triples) {
            List<List<@Nullable Object>> rows = triples.graph().stream()
                    .sorted(java.util.Comparator.comparing(Triple::toString))
                    .limit(size)
                    .map(triple -> List.<@Nullable Object>of(
                            text(triple.getSubject()), text(triple.getPredicate()), text(triple.getObject())))
                    .toList();
            return table(
                    List.of("subject", "predicate", "object"),
                    rows,
                    triples.graph().size(),
                    triples.cut(),
                    release);
        }
        Found.Rows all = (Found.Rows) found;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int counted = 0;
        for (Iterator<Binding> each = all.rows(); each.hasNext(); counted++) {
            Binding row = each.next();
            if (rows.size() < size) {
                rows.add(row(row, all.variables()));
            }
        }
        return table(all.variables().stream().map(Var::getVarName).toList(), rows, counted, all.cut(), release);
    }

    private static List<@Nullable Object> row(Binding row, List<Var> variables) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Var variable : variables) {
            Node node = row.get(variable);
            cells.add(node == null ? null : text(node));
        }
        return cells;
    }

    private static TableBrief table(
            List<String> columns, List<List<@Nullable Object>> rows, int found, boolean cut, String release) {
        boolean complete = !cut && rows.size() == found;
        String rest = complete
                ? null
                : rows.size() + " of " + (cut ? "more than " : "") + found + " rows. Order the query and add OFFSET "
                        + rows.size() + ", take a larger size, or narrow it.";
        return new TableBrief(null, columns, rows, null, cut ? null : Long.valueOf(found), complete, rest, release);
    }

    private static @Nullable Object cell(@Nullable Node node, QuestionAnswer answer) {
        if (node == null) {
            return null;
        }
        String label = answer.labels().get(node);
        return node.isURI() && label != null ? new TableBrief.Named(name(node), label) : text(node);
    }

    private static String text(Node node) {
        return node.isLiteral()
                ? Wording.beginning(
                        Wording.number(node.getLiteralLexicalForm(), datatype(node.getLiteralDatatypeURI())), CELL_MAX)
                : name(node);
    }

    private static String datatype(String iri) {
        return iri.substring(iri.indexOf('#') + 1);
    }

    /** The id of a thing; of what else has a known prefix, its short name. */
    private static String name(Node node) {
        if (!node.isURI()) {
            return "_:" + node.getBlankNodeLabel();
        }
        String known = Prefixes.mapping().shortForm(node.getURI());
        return ThingId.find(node).map(ThingId::toString).orElse(known);
    }
}
