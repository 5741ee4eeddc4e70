package org.werkgraaf.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A page of the answer to a saved question.
 *
 * @param request what was asked
 * @param release the release that answered
 * @param variables names of the columns
 * @param rows the rows of the page
 * @param more for each row, the values that a column has besides the one in the row; empty but for one row of each thing
 * @param labels what the IRIs in the rows are called, in the language asked for or the nearest one
 * @param labelLanguages the languages of those labels that are not in the language asked for
 * @param total rows of all pages
 */
public record QuestionAnswer(
        QuestionRequest request,
        String release,
        List<String> variables,
        List<Binding> rows,
        List<Map<String, List<Node>>> more,
        Map<Node, String> labels,
        Map<Node, String> labelLanguages,
        long total) {
    /** The values of a column in a row, in their order. */
    public List<Node> values(int row, String column) {
        Node first = rows.get(row).get(column);
        return first == null
                ? List.of()
                : Stream.concat(
                                Stream.of(first),
                                more.isEmpty() ? Stream.of() : more.get(row).getOrDefault(column, List.of()).stream())
                        .toList();
    }

    /** Whether the page holds all rows. */
    public boolean complete() {
        return rows.size() == total;
    }

    /** What keeps rows from this page: its size, or that it lies beyond the last one. */
    public String cutBy() {
        return rows.isEmpty() ? "page=" + request.page() : "size=" + request.size();
    }

    /** Whether there are rows after this page. */
    public boolean hasNext() {
        return request.offset() + rows.size() < total;
    }

    /** How many pages there are, at least one. */
    public int pages() {
        return (int) Math.max(1, (total + request.size() - 1) / request.size());
    }
}
