package org.werkgraaf.web.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.ask.QuestionParameters;

/** Describes each saved question as an operation of the API. */
@Component
class QuestionOperations implements OpenApiCustomizer {
    /** Longer lists of values are found at the page of the question. */
    private static final int VALUES_MAX = 60;

    private final SavedQuestions questions;
    private final QuestionRunner runner;
    private final QuestionLimits limits;

    QuestionOperations(SavedQuestions questions, QuestionRunner runner, QuestionLimits limits) {
        this.questions = questions;
        this.runner = runner;
        this.limits = limits;
    }

    @Override
    public void customise(OpenAPI api) {
        io.swagger.v3.core.converter.ModelConverters.getInstance(true)
                .readAll(ResolvableType.forClass(QuestionOutcome.class).getType())
                .forEach(api.getComponents()::addSchemas);
        questions
                .all()
                .forEach(question ->
                        api.path("/api/v1/questions/" + question.name(), new PathItem().get(operation(question))));
    }

    private Operation operation(SavedQuestion question) {
        Operation operation = new Operation()
                .operationId("question-" + question.name())
                .addTagsItem("Questions")
                .summary(question.summary(Languages.DOCUMENTATION))
                .description(question.description(Languages.DOCUMENTATION))
                .responses(responses());
        Map<String, String> names = runner.parameters(question, Languages.DOCUMENTATION);
        question.parameters().forEach(each -> operation.addParametersItem(parameter(each, names)));
        operation.addParametersItem(query("lang", "Language of the labels.", text(Languages.ALL)));
        operation.addParametersItem(query("page", "Page of the answer, counted from one.", number(1, null, 1)));
        operation.addParametersItem(query("size", "Rows of a page.", number(1, limits.sizeMax(), question.pageSize())));
        operation.addParametersItem(query(
                "format",
                "Format, instead of Accept or a suffix of the address.",
                text(List.of("json", "csv", "srj", "srx"))));
        return operation;
    }

    private Parameter parameter(QuestionParameter parameter, Map<String, String> names) {
        Schema<Object> schema = new Schema<>();
        List<String> values = runner.choices(parameter, Languages.DOCUMENTATION).stream()
                .map(choice -> QuestionParameters.id(choice.value()))
                .toList();
        switch (parameter.type()) {
            case INTEGER -> schema.setType("integer");
            case DATE -> schema.type("string").format("date");
            default -> schema.setType("string");
        }
        schema.addType(schema.getType());
        if (!values.isEmpty() && values.size() <= VALUES_MAX) {
            schema.setEnum(List.copyOf(values));
        }
        if (parameter.defaultValue() != null) {
            schema.setDefault(written(parameter, parameter.defaultValue()));
        }
        return query(
                        parameter.name(),
                        names.get(parameter.name()) + ": " + parameter.type().allowed() + "."
                                + (parameter.required() ? "" : " Without it, any."),
                        schema)
                .required(parameter.required() && parameter.defaultValue() == null)
                .example(parameter
                        .sample()
                        .map(sample -> written(parameter, sample))
                        .orElse(null));
    }

    private static String written(QuestionParameter parameter, String text) {
        return parameter.type().node(text).map(QuestionParameters::id).orElse(text);
    }

    private static Parameter query(String name, String description, Schema<Object> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .description(description)
                .schema(schema)
                .required(false);
    }

    private static Schema<Object> text(List<String> values) {
        Schema<Object> schema = new Schema<>();
        schema.addType("string");
        schema.setEnum(List.copyOf(values));
        return schema;
    }

    private static Schema<Object> number(int least, @org.jspecify.annotations.Nullable Integer most, int otherwise) {
        Schema<Object> schema = new Schema<>();
        schema.addType("integer");
        schema.setMinimum(java.math.BigDecimal.valueOf(least));
        schema.setMaximum(most == null ? null : java.math.BigDecimal.valueOf(most));
        schema.setDefault(otherwise);
        return schema;
    }

    private static ApiResponses responses() {
        Content formats = new Content()
                .addMediaType(
                        "application/json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/QuestionAnswer")))
                .addMediaType("text/csv", new MediaType())
                .addMediaType("application/sparql-results+json", new MediaType())
                .addMediaType("application/sparql-results+xml", new MediaType());
        Content problem = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDetail")));
        return new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse().description("A page of the answer.").content(formats))
                .addApiResponse("304", new ApiResponse().description("The same as the answer with this entity tag."))
                .addApiResponse(
                        "400",
                        new ApiResponse()
                                .description("A parameter is not known or not allowed.")
                                .content(problem));
    }
}
