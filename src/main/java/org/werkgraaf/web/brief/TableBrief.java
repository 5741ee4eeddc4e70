package org.werkgraaf.web.brief;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table in short: the answer to a saved question or to a query.
 *
 * @param question what is asked, in words; absent for a query
 * @param columns names of the columns
 * @param rows the rows, each with a cell per column: a text, a thing, or null
 * @param coverage countries by how far their own law on what is asked is in the graph, so that a missing rule is not taken for none: {@code
 *     covered}, {@code partly-covered}, {@code no-rule-known}, {@code not-covered}; absent when the question is not about rules
 * @param total rows of all pages; absent when they were not counted
 * @param complete whether all rows are here
 * @param rest how to get what is not here; absent when all is
 * @param release id of the release that answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableBrief(
        @Nullable String question,
        List<String> columns,
        List<List<@Nullable Object>> rows,
        @Nullable Map<String, List<String>> coverage,
        @Nullable Long total,
        boolean complete,
        @Nullable String rest,
        String release) {
    /** A thing in a cell. */
    public record Named(String id, String label) {}
}
