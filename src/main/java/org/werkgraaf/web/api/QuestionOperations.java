package org.werkgraaf.web.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.ParameterType;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.ask.QuestionParameters;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TableFormat;

/** Describes each saved question of a release as an operation of the API, in the terms of OpenAPI. */
@Component
class QuestionOperations {
    /** Longer lists of values are found at the page of the question. */
    private static final int VALUES_MAX = 60;

    private static final String ANSWER = "Answer";

    private final SavedQuestions questions;
    private final QuestionRunner runner;
    private final QuestionLimits limits;

    QuestionOperations(SavedQuestions questions, QuestionRunner runner, QuestionLimits limits) {
        this.questions = questions;
        this.runner = runner;
        this.limits = limits;
    }

    /** The path items, by path. */
    Map<String, Object> paths() {
        Map<String, Object> paths = new TreeMap<>();
        questions
                .all()
                .forEach(question ->
                        paths.put("/api/v1/questions/" + question.name(), Map.of("get", operation(question))));
        return paths;
    }

    /** The schemas to which the path items refer, by name: of each question its answer, and a row of it with its columns. */
    Map<String, Object> schemas() {
        Map<String, Object> schemas = new TreeMap<>();
        for (SavedQuestion question : questions.all()) {
            String row = schemaName(question) + "Row";
            schemas.put(row, row(question));
            schemas.put(
                    schemaName(question) + ANSWER,
                    Map.of(
                            "allOf",
                            List.of(
                                    reference("QuestionAnswer"),
                                    Map.of(
                                            "type",
                                            "object",
                                            "properties",
                                            Map.of("rows", Map.of("type", "array", "items", reference(row))),
                                            "required",
                                            List.of("rows")))));
        }
        return schemas;
    }

    private Map<String, Object> row(SavedQuestion question) {
        Map<String, Object> columns = new LinkedHashMap<>();
        runner.columns(question, Languages.DOCUMENTATION)
                .forEach((name, label) ->
                        columns.put(name, Map.of("$ref", "#/components/schemas/AnswerValue", "description", label)));
        return Map.of(
                "type",
                "object",
                "description",
                "A row of the answer, by name of the column; a column without a value is left out.",
                "properties",
                columns);
    }

    /** The name of a question as those of schemas are written. */
    private static String schemaName(SavedQuestion question) {
        return Arrays.stream(question.name().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private Map<String, Object> operation(SavedQuestion question) {
        List<Object> parameters = new ArrayList<>();
        Map<String, String> names = runner.parameters(question, Languages.DOCUMENTATION);
        question.parameters().forEach(each -> parameters.add(parameter(each, names)));
        parameters.add(query("lang", "Language of the labels.", text(ReaderLanguage.OFFERED)));
        parameters.add(query("page", "Page of the answer, counted from one.", number(1, null, 1)));
        parameters.add(query("size", "Rows of a page.", number(1, limits.sizeMax(), question.pageSize())));
        parameters.add(query(
                "rows",
                "one: a row for each thing, with all values of a column in one cell, where the question offers it; each: a row"
                        + " for each combination.",
                text(List.of("one", "each"))));
        parameters.add(query(
                "format",
                "Format, instead of Accept or a suffix of the address.",
                text(List.of("json", "csv", "xlsx", "srj", "srx"))));
        parameters.add(query(
                "separator",
                "Of CSV only: what stands between the cells.",
                text(List.of("comma", "semicolon", "tab"))));
        parameters.add(
                query("bom", "Of CSV only: yes for the mark by which Excel knows UTF-8.", text(List.of("no", "yes"))));
        parameters.add(query("decimal", "Of CSV only: what stands before decimals.", text(List.of("point", "comma"))));
        return Map.of(
                "operationId",
                "question-" + question.name(),
                "tags",
                List.of("Questions"),
                "summary",
                question.summary(Languages.DOCUMENTATION),
                "description",
                question.description(Languages.DOCUMENTATION),
                "parameters",
                parameters,
                "responses",
                responses(schemaName(question) + ANSWER));
    }

    private Map<String, Object> parameter(QuestionParameter parameter, Map<String, String> names) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (parameter.type()) {
            case INTEGER -> schema.put("type", "integer");
            case DATE -> schema.putAll(Map.of("type", "string", "format", "date"));
            default -> schema.put("type", "string");
        }
        List<String> values = runner.choices(parameter, Languages.DOCUMENTATION).stream()
                .map(choice -> QuestionParameters.id(choice.value()))
                .toList();
        if (!values.isEmpty() && values.size() <= VALUES_MAX) {
            schema.put("enum", values);
        }
        if (parameter.defaultValue() != null) {
            schema.put("default", written(parameter, parameter.defaultValue()));
        }
        Map<String, Object> described = query(
                parameter.name(),
                names.get(parameter.name()) + ": " + parameter.type().allowed() + "."
                        + (parameter.required() ? "" : " Without it, any."),
                schema);
        described.put("required", parameter.required() && parameter.defaultValue() == null);
        parameter.sample().ifPresent(sample -> described.put("example", written(parameter, sample)));
        return described;
    }

    private static Object written(QuestionParameter parameter, String text) {
        if (parameter.type() == ParameterType.INTEGER) {
            return Integer.valueOf(text);
        }
        return parameter.type().node(text).map(QuestionParameters::id).orElse(text);
    }

    private static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("in", "query");
        parameter.put("name", name);
        parameter.put("description", description);
        parameter.put("required", false);
        parameter.put("schema", schema);
        return parameter;
    }

    private static Map<String, Object> text(List<String> values) {
        return Map.of("type", "string", "enum", values);
    }

    private static Map<String, Object> number(int least, @Nullable Integer most, int otherwise) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", least);
        if (most != null) {
            schema.put("maximum", most);
        }
        schema.put("default", otherwise);
        return schema;
    }

    private static Map<String, Object> responses(String answer) {
        Map<String, Object> formats = Map.of(
                "application/json",
                schema(answer),
                "text/csv",
                type("string"),
                TableFormat.XLSX.toString(),
                Map.of("schema", Map.of("type", "string", "format", "binary")),
                "application/sparql-results+json",
                type("object"),
                "application/sparql-results+xml",
                type("string"));
        return Map.of(
                "200",
                Map.of("description", "A page of the answer.", "content", formats),
                "304",
                Map.of("description", "The same as the answer with this entity tag."),
                "400",
                Map.of(
                        "description",
                        "A parameter is not known or not allowed.",
                        "content",
                        Map.of("application/problem+json", schema("ProblemDetail"))));
    }

    private static Map<String, Object> type(String name) {
        return Map.of("schema", Map.of("type", name));
    }

    private static Map<String, Object> schema(String name) {
        return Map.of("schema", reference(name));
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }
}
