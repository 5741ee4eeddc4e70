package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a search, as it goes over the wire. */
@Schema(description = "The answer to a search.")
public record SearchAnswer(
        @Schema(description = "How many entities match, exactly.") long total,
        @Schema(description = "Whether counts and facets are whole.") boolean complete,
        @Schema(description = "Name of the limit that cut the answer, if one did.") @Nullable String cutBy,
        @Schema(description = "Id of the release that answered.", example = "2026-11-22-1f3a5c7e") String release,
        @Schema(description = "Time spent, in milliseconds.") long tookMillis,
        List<Hit> hits,
        @Schema(description = "Counts by dimension; a dimension's own filter does not shrink its list.")
                Map<String, List<FacetValue>> facets,
        @Schema(description = "A better spelling of the question, if there is one.") @Nullable String didYouMean,
        Links links) {
    @Schema(description = "One entity.")
    public record Hit(
            @Schema(example = "case/cnil-amazon-france-logistique") String id,
            String iri,
            @Schema(example = "Case") String type,
            @Schema(description = "Label in the language asked for.") String label,
            Map<String, String> labels,
            List<String> altLabels,
            List<Identifier> identifiers,
            @Schema(description = "Definition in the language asked for.") String summary,
            @Schema(description = "Code of the jurisdiction; several are joined by commas.", example = "FR")
                    @Nullable String jurisdiction,
            @Schema(description = "The ISO date that it is filed under.", example = "2023-12-27") @Nullable String date,
            @Schema(allowableValues = {"primary", "secondary", "recalled"}) @Nullable String verification,
            float score,
            List<Match> matched) {}

    @Schema(description = "An official identifier.")
    public record Identifier(@Schema(example = "ECLI") String scheme, String value) {}

    @Schema(description = "Where the words of the question stand.")
    public record Match(
            @Schema(allowableValues = {"label", "altLabel", "definition", "passage"}) String field,
            String lang,
            @Schema(description = "HTML-escaped text with the words in <em>.") String highlight) {}

    @Schema(description = "A value of a facet.")
    public record FacetValue(String value, String label, long count) {}

    @Schema(description = "The same result elsewhere.")
    public record Links(
            String self, @Nullable String next, String html, String atom, String csv, String sparql) {}
}
