package org.werkgraaf.query;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A page of the answer to a saved question.
 *
 * @param request what was asked
 * @param release the release that answered
 * @param variables names of the columns
 * @param rows the rows of the page
 * @param labels what the IRIs in the rows are called, in the language asked for or the nearest one
 * @param total rows of all pages
 */
public record QuestionAnswer(
        QuestionRequest request,
        String release,
        List<String> variables,
        List<Binding> rows,
        Map<Node, String> labels,
        long total) {
    /** Whether the page holds all rows. */
    public boolean complete() {
        return rows.size() == total;
    }

    /** Whether there are rows after this page. */
    public boolean hasNext() {
        return request.offset() + rows.size() < total;
    }
}
