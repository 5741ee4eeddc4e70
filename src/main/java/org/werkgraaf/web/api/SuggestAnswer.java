package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ClassNames;

/** Completions, as they go over the wire. */
@Schema(description = "Names that begin with what was typed.")
public record SuggestAnswer(
        @Schema(description = "Id of the release that answered.", example = "2026-11-22-1f3a5c7e")
        String release,

        @Schema(description = "The most linked entities first.")
        List<Suggestion> suggestions) {
    @Schema(description = "An entity of which a name, or a word in a name, begins so.")
    public record Suggestion(
            @Schema(example = "technique/keylogging") String id,
            String iri,

            @Schema(description = "The name that was found.")
            String name,

            @Schema(description = "Language of that name.") @Nullable String lang,

            @Schema(description = "Label in the language asked for.")
            String label,

            @Schema(example = ClassNames.TECHNIQUE) String type,

            @Schema(description = "Label of the class in the language asked for.")
            String typeLabel) {}
}
