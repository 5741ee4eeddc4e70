package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.web.ask.CoverageNote;

/** The answer to a saved question, as it goes over the wire. */
@Schema(
        name = "QuestionAnswer",
        description = "A page of the answer to a saved question. Its rows are described with each question.")
public record QuestionOutcome(
        @Schema(description = "Name of the question.", example = "fines-by-year")
        String question,

        @Schema(description = "The question in a sentence.") String summary,
        @Schema(description = "Rows of all pages.") long total,

        @Schema(description = "Whether this page holds all rows.")
        boolean complete,

        @Schema(description = "What cut the answer, if something did, such as size=50.") @Nullable String cutBy,

        @Schema(description = "Id of the release that answered.", example = "2026-11-22-1f3a5c7e")
        String release,

        int page,
        int size,

        @Schema(description = "The values with which it was asked, by parameter.")
        Map<String, Value> parameters,

        List<Column> columns,

        @Schema(
                description =
                        "Of a question about rules: how far the own law of the country asked for, or of each country on the technique, is in the graph; empty for others.")
        List<CoverageNote> coverage,

        // Each question describes its own rows, see QuestionOperations.
        @Schema(hidden = true) List<Map<String, Value>> rows,

        Links links) {
    @Schema(description = "A column of the answer.")
    public record Column(
            String name,
            @Schema(description = "What it is called.") String label) {}

    @Schema(
            name = "AnswerValue",
            description = "A thing or other resource, with iri and label, or a literal, with value.")
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    public record Value(
            @Schema(description = "Id of a thing of the graph.", example = "technique/keylogging") @Nullable String id,

            @Nullable String iri,

            @Schema(description = "Its label in the language asked for, or the nearest one.") @Nullable String label,

            @Nullable String value,

            @Schema(description = "Datatype of a literal other than a text.", example = "date") @Nullable String datatype,

            @Schema(description = "Language of a text that has one.") @Nullable String lang,

            @Schema(description = "The other values of the column, in a row for a thing that has several.") @Nullable List<Value> more) {
        Value with(List<Value> others) {
            return others.isEmpty() ? this : new Value(id, iri, label, value, datatype, lang, others);
        }
    }

    @Schema(name = "AnswerLinks", description = "The same answer elsewhere.")
    public record Links(
            String self,
            @Nullable String next,
            String html,
            String csv,
            @Schema(description = "SPARQL results in JSON.") String srj,

            @Schema(description = "The query, to read and change in the editor.")
            String editor) {}
}
