package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.ask.CoverageNote;

/** The answer to a search, as it goes over the wire. */
@Schema(description = "The answer to a search.")
public record SearchAnswer(
        @Schema(description = "How many entities match, exactly.")
        long total,

        @Schema(description = "How many of these hold on days that are not known; zero without asOf.")
        long undated,

        @Schema(description = "Whether counts and facets are whole, as far as facets and facetSize ask for them.")
        boolean complete,

        @Schema(description = "Name of the limit that cut the answer, if one did.") @Nullable String cutBy,

        @Schema(description = "Id of the release that answered.", example = "2026-11-22-1f3a5c7e")
        String release,

        @Schema(description = "Time spent, in milliseconds.")
        long tookMillis,

        List<Hit> hits,

        @Schema(description = "Counts by dimension; a dimension's own filter does not shrink its list.")
        Map<String, List<FacetValue>> facets,

        @Schema(description = "The facets that have more values than facetSize shows.")
        List<String> facetsMore,

        @Schema(
                description = "The question in the nearest known words, if some are not known; the hits are for it as"
                        + " well as for what was typed.")
        @Nullable String didYouMean,

        @Schema(description = "Words that nothing has in any form; they were left out.")
        List<String> unknown,

        Links links,

        @Schema(
                description = "Why the hits are for other words than those typed: spelling, when unknown words were"
                        + " replaced; fewer-words, when no entity has most of them; absent otherwise.",
                allowableValues = {"spelling", "fewer-words"})
        @Nullable String fallback,

        @Schema(
                description =
                        "The filters that the words were taken for, when they name things by what these have to do"
                                + " with others; absent otherwise. reading=words takes them as words.")
        @Nullable Understood understood,

        @Schema(description = "What could be asked instead; only when nothing was found.") @Nullable Help help,

        @Schema(description = "What sources say that answers the words: passages, besides the entities.")
        Passages passages,

        @Schema(
                description = "How far the own law of each country that is asked for, by a filter or by name, is in the"
                        + " graph; empty when none is.")
        List<CoverageNote> coverage) {
    @Schema(
            name = "FoundPassages",
            description =
                    "The passages that have enough of the words; none with other filters than source, with dates, another"
                            + " order, a cursor, words that were taken for filters, or a name only.")
    public record Passages(
            @Schema(description = "How many there are, exactly.")
            long total,

            @Schema(description = "The best of them by source, as many as the parameter passages asks for.")
            List<OfSource> sources) {}

    @Schema(name = "PassagesOfSource", description = "The passages of one source.")
    public record OfSource(Named source, List<FoundPassage> passages) {}

    @Schema(description = "A passage of a source, in our words.")
    public record FoundPassage(
            @Schema(example = "passage/werken-op-waarde-geschat-l1554a")
            String id,

            @Schema(description = "Heading in the language asked for; empty without one.")
            String section,

            @Schema(description = "Pages as printed.") List<String> pages,
            List<String> paragraphs,

            @Schema(description = "Lines of the text edition.")
            List<String> lines,

            @Schema(description = "What it says, in the language asked for or the nearest one.")
            String text,

            @Schema(description = "Language of the text.") String lang,

            @Schema(allowableValues = {"primary", "secondary", "inferred", "recalled"}) @Nullable String verification,

            @Schema(description = "The editors' assessment when one was needed, such as mistaken.") @Nullable String status) {}

    @Schema(description = "The filters that the words of a question were taken for.")
    public record Understood(
            @Schema(description = "Values by filter; those of one are alternatives.")
            Map<String, List<Named>> filters,

            @Schema(description = "The words that stand for no filter.")
            String words) {}

    @Schema(description = "Ways out of an empty answer.")
    public record Help(
            @Schema(description = "Entities whose names are nearest to the words.")
            List<Nearest> nearest,

            @Schema(description = "What is found when one filter or date is dropped.")
            List<Without> without,

            @Schema(description = "How far the own law of the countries asked for is in the graph.")
            List<CoverageNote> coverage) {}

    @Schema(description = "An entity that may be meant.")
    public record Nearest(
            String id,
            String label,
            String type,

            @Schema(description = "How many entities a search for its label finds.")
            long count) {}

    @Schema(description = "A filter or date that hides something.")
    public record Without(
            @Schema(example = "type") String parameter,
            List<String> values,

            @Schema(description = "How many entities are found without it.")
            long count) {}

    @Schema(description = "One entity.")
    public record Hit(
            @Schema(example = "case/cnil-amazon-france-logistique")
            String id,

            String iri,
            @Schema(example = ClassNames.CASE) String type,

            @Schema(description = "Label in the language asked for.")
            String label,

            Map<String, String> labels,
            List<String> altLabels,
            List<Identifier> identifiers,

            @Schema(description = "Definition in the language asked for.")
            String summary,

            @Schema(description = "Code of the jurisdiction; several are joined by commas.", example = "FR") @Nullable String jurisdiction,

            @Schema(description = "The ISO date that it is filed under.", example = "2023-12-27") @Nullable String date,

            @Schema(
                    description =
                            "On which days it holds or since when it is decided; absent for what time does not touch.")
            @Nullable Holding holding,

            @Schema(allowableValues = {"primary", "secondary", "inferred", "recalled"}) @Nullable String verification,

            float score,
            List<Match> matched,

            @Schema(description = "For each filter value that it is not about itself, why it counts.")
            List<Through> through,

            @Schema(
                    description =
                            "What a card shows of it, by property: ids of things, or texts in the language asked for.")
            Map<String, List<String>> details,

            @Schema(
                    description =
                            "Where a source says so; absent when none does, and for classes that are no statements.")
            @Nullable Said said) {}

    @Schema(description = "The place in a source that says what is shown.")
    public record Said(
            @Schema(example = "passage/osh-pulse-2022-p3") String passage,
            Named source,

            @Schema(description = "Pages as printed.") List<String> pages,
            List<String> paragraphs,

            @Schema(description = "Lines of the text edition.")
            List<String> lines) {}

    @Schema(description = "The days on which something holds.")
    public record Holding(
            @Schema(description = "First day; absent when none is known, or none came.", example = "2018-05-25")
            @Nullable String from,

            @Schema(description = "Last day; absent while no end is known.") @Nullable String until,

            @Schema(description = "Whether no day is known on which it holds, or not until when.")
            boolean undated) {}

    @Schema(
            name = "SearchThrough",
            description = "The wider or narrower things through which a hit counts for a value of a filter.")
    public record Through(@Schema(example = "technique") String filter, String value, List<Named> by) {}

    @Schema(description = "A thing with its label in the language asked for.")
    public record Named(String id, String label) {}

    @Schema(description = "An official identifier.")
    public record Identifier(@Schema(example = "ECLI") String scheme, String value) {}

    @Schema(description = "Where the words of the question stand.")
    public record Match(
            @Schema(allowableValues = {"label", "altLabel", "definition", "passage"})
            String field,

            String lang,

            @Schema(description = "HTML-escaped text with the words in <em>.")
            String highlight) {}

    @Schema(description = "A value of a facet.")
    public record FacetValue(String value, String label, long count) {}

    @Schema(name = "SearchLinks", description = "The same result elsewhere.")
    public record Links(String self, @Nullable String next, String html, String atom, String csv, String sparql) {}
}
