package org.werkgraaf.web.ask;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * How far the own law of a country is in the graph on a subject, and so what it means when no rule is found.
 *
 * @param country id of the jurisdiction
 * @param label its name
 * @param level {@code covered}, {@code partly-covered} or {@code not-covered}
 * @param state the level; {@code no-rule-known} where the law is covered, in part or whole, and no rule was found
 * @param text the state in a sentence
 * @param topics the subjects that were looked at
 */
@Schema(
        name = "CoverageNote",
        description =
                "How far the own law of a country is in the graph on the subject: what tells a country without a rule"
                        + " from one whose law is not covered here.")
public record CoverageNote(
        @Schema(example = "jurisdiction/be") String country,
        String label,

        @Schema(allowableValues = {"covered", "partly-covered", "not-covered"})
        String level,

        @Schema(
                description =
                        "The level, or no-rule-known when the law is covered, in part or whole, and no rule was found.",
                allowableValues = {"covered", "partly-covered", "not-covered", "no-rule-known"})
        String state,

        @Schema(description = "The state in a sentence.") String text,

        @Schema(description = "Ids of the subjects of law that were looked at.")
        List<String> topics) {}
