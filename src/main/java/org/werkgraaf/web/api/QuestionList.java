package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.SavedQuestion;

/** The saved questions, as they go over the wire. */
@Schema(description = "The saved questions.")
public record QuestionList(
        @Schema(description = "Id of the release that they are asked of.")
        String release,

        List<Question> questions) {
    @Schema(description = "A saved question.")
    public record Question(
            @Schema(example = "fines-by-year") String name,
            @Schema(example = "cases") String topic,

            @Schema(description = "The question in a sentence, by language.")
            Map<String, String> summary,

            @Schema(description = "What is listed and what is not, by language.")
            Map<String, String> description,

            List<String> keywords,
            List<Parameter> parameters,
            @Schema(description = "Address of its answer.") String href,
            @Schema(description = "Address of its page.") String html) {}

    @Schema(description = "A parameter of a saved question.")
    public record Parameter(
            String name,

            @Schema(allowableValues = {"iri", "string", "date", "integer"})
            String type,

            @Schema(description = "Whether it must be given.")
            boolean required,

            @Schema(description = "What is taken when it is not given.") @Nullable String defaultValue,

            @Nullable String example) {}

    static Question of(SavedQuestion question, String baseUrl) {
        return new Question(
                question.name(),
                question.topic(),
                question.summaries(),
                question.descriptions(),
                question.keywords(),
                question.parameters().stream().map(QuestionList::of).toList(),
                baseUrl + "/api/v1/questions/" + question.name(),
                baseUrl + "/questions/" + question.name());
    }

    private static Parameter of(QuestionParameter parameter) {
        return new Parameter(
                parameter.name(),
                parameter.type().name().toLowerCase(java.util.Locale.ROOT),
                parameter.required() && parameter.defaultValue() == null,
                parameter.defaultValue(),
                parameter.example());
    }
}
