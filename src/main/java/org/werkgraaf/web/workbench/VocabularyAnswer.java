package org.werkgraaf.web.workbench;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes and properties of the graph, as they go over the wire. */
@Schema(description = "What queries can be made of.")
record VocabularyAnswer(
        @Schema(description = "Id of the release that answered.", example = "2026-11-22-1f3a5c7e")
        String release,

        @Schema(description = "Namespace by prefix.") Map<String, String> prefixes,
        @Schema(description = "By IRI.") List<Term> classes,
        @Schema(description = "By IRI.") List<Term> properties) {
    /** A class or property. */
    @Schema(description = "A class or property that the graph uses or the ontology defines.")
    record Term(
            @Schema(example = "https://w3id.org/werkgraaf/ontology#Case")
            String iri,

            @Schema(description = "Prefixed name; null where no prefix fits.", example = "wg:Case") @Nullable String name,

            @Schema(
                    description =
                            "Label by language; empty for terms of other vocabularies that the ontology does not label.")
            Map<String, String> labels,

            @Schema(description = "Definition by language.") Map<String, String> definitions,

            @Schema(description = "Things of the class, or statements with the property; 0 if defined but not used.")
            long count) {}
}
