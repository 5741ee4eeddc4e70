package org.werkgraaf.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a saved question: their variables in the query, and what the header says of them. */
final class ParameterReader {
    private final QuestionHeader.Part root;
    private final Query query;
    private final String sparql;

    ParameterReader(QuestionHeader.Part root, Query query, String sparql) {
        this.root = root;
        this.query = query;
        this.sparql = sparql;
    }

    /** The parameters in the order of the header, without that of the language. */
    List<QuestionParameter> read() {
        Map<String, Named> named = variables();
        Map<String, QuestionHeader.Part> defaults = defaults();
        Map<String, QuestionHeader.Part> told =
                root.part("parameters").map(QuestionHeader.Part::entries).orElse(Map.of());
        List<QuestionParameter> parameters = new ArrayList<>();
        told.forEach((name, part) -> {
            Named variable = named.remove(name);
            if (variable == null) {
                part.wrong(
                        "The query has no parameter '" + name + "'.",
                        "Name a variable ?_" + name + "_type, or take it out.");
            } else {
                parameters.add(parameter(variable, part, defaults.remove(name)));
            }
        });
        named.keySet()
                .forEach(name -> root.wrong(
                        "The parameter '" + name + "' of the query is not described.", "Add it to 'parameters'."));
        defaults.values().forEach(part -> part.wrong("'defaults' names what is no parameter.", "Take it out."));
        return parameters;
    }

    private Map<String, Named> variables() {
        Map<String, Named> named = new LinkedHashMap<>();
        for (Var variable : FilledText.variables(sparql)) {
            if (QuestionParameter.isParameter(variable)) {
                QuestionParameter.named(variable)
                        .ifPresentOrElse(
                                parts -> {
                                    if (variable.equals(QuestionParameter.VERIFICATION)) {
                                        root.wrong(
                                                "The query has the parameter 'verification', which each question that reads"
                                                        + " statements has by itself.",
                                                "Take ?" + variable.getVarName() + " out.");
                                    }
                                    if (!parts.name().equals(QuestionParameter.LANG)) {
                                        named.put(parts.name(), new Named(variable, parts));
                                    }
                                },
                                () -> root.wrong(
                                        "The variable ?" + variable.getVarName() + " is not named as a parameter.",
                                        "Use ?_name_type or ?__name_type with the type iri, string, date or integer."));
            }
        }
        return named;
    }

    private Map<String, QuestionHeader.Part> defaults() {
        Map<String, QuestionHeader.Part> defaults = new HashMap<>();
        root.part("defaults")
                .map(QuestionHeader.Part::elements)
                .orElse(List.of())
                .forEach(each -> defaults.putAll(each.entries()));
        return defaults;
    }

    private QuestionParameter parameter(
            Named variable, QuestionHeader.Part part, QuestionHeader.@Nullable Part otherwise) {
        part.only(Set.of("label", "values", "example"));
        QuestionParameter.Named parts = variable.parts();
        String value = otherwise == null ? null : sample(otherwise, parts.type());
        String example =
                part.part("example").map(each -> sample(each, parts.type())).orElse(null);
        if (parts.required() && value == null && example == null) {
            part.wrong("The parameter '" + parts.name() + "' has neither a default nor an example.", "Give it one.");
        }
        if (!parts.required() && value != null) {
            part.wrong(
                    "The parameter '" + parts.name() + "' may be left out and has a default.", "Use one underscore.");
        }
        return new QuestionParameter(
                parts.name(),
                variable.variable(),
                parts.type(),
                parts.required(),
                value,
                example,
                part.part("values").flatMap(this::values).orElse(null),
                part.part("label").map(SavedQuestionReader::labels).orElse(Map.of()));
    }

    private static String sample(QuestionHeader.Part part, ParameterType type) {
        String text = part.text();
        boolean whole = type != ParameterType.IRI || text.startsWith("https://");
        if (type.node(text).isEmpty() || !whole) {
            part.wrong(
                    "'" + text + "' is not of the type of the parameter.",
                    "It takes " + (type == ParameterType.IRI ? "a whole IRI" : type.allowed()) + ".");
        }
        return text;
    }

    /** The pattern that finds the values in the graph, as a query. */
    private Optional<Query> values(QuestionHeader.Part part) {
        try {
            Query values = new Query();
            values.setPrefixMapping(query.getPrefixMapping());
            QueryFactory.parse(
                    values, "SELECT DISTINCT ?value { " + part.text() + " } ORDER BY ?value", null, query.getSyntax());
            return Optional.of(values);
        } catch (QueryException e) {
            part.wrong(
                    "'values' is not a pattern of SPARQL.",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
            return Optional.empty();
        }
    }

    private record Named(Var variable, QuestionParameter.Named parts) {}
}
