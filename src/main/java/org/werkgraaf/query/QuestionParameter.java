package org.werkgraaf.query;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;

/**
 * A parameter of a saved question. Its variable is named by grlc's convention: {@code ?_name_type} for one that the question
 * needs, {@code ?__name_type} for one that may be left out, so that the variable matches anything.
 *
 * @param name name under which a caller gives it
 * @param variable the variable of the query
 * @param type what it takes
 * @param required whether the question cannot be asked without it
 * @param defaultValue what is taken when a caller gives none
 * @param example a value to try
 * @param values query that lists the values that the graph offers, in the variable {@code ?value}
 * @param labels what it is called, by language; empty when the ontology says it
 */
public record QuestionParameter(
        String name,
        Var variable,
        ParameterType type,
        boolean required,
        @Nullable String defaultValue,
        @Nullable String example,
        @Nullable Query values,
        Map<String, String> labels) {
    /** Name of the parameter that is always bound to the reader's language. */
    static final String LANG = "lang";

    /** How far the statements that a question reads have to be checked; no query names it. */
    static final Var VERIFICATION = Var.alloc("__verification_iri");

    private static final Query LEVELS = QueryFactory.create("SELECT DISTINCT ?value { ?value <" + SKOS.inScheme.getURI()
            + "> <" + new ThingId("scheme", "verification").iri() + "> } ORDER BY ?value");

    private static final Pattern NAME = Pattern.compile("(__?)([a-z][A-Za-z]*)(?:_([a-z]+))?");

    /** The value to fill in where a caller has none: the default, else the example. */
    public Optional<String> sample() {
        return Optional.ofNullable(defaultValue == null ? example : defaultValue);
    }

    /** The parameter of each question that reads statements of sources. */
    public static QuestionParameter verification() {
        return new QuestionParameter(
                "verification", VERIFICATION, ParameterType.IRI, false, null, null, LEVELS, Map.of());
    }

    /** Whether a variable of a query is meant as a parameter. */
    static boolean isParameter(Var variable) {
        return variable.getVarName().startsWith("_");
    }

    /** The parts of the variable's name; empty when it breaks the convention. */
    static Optional<Named> named(Var variable) {
        Matcher matcher = NAME.matcher(variable.getVarName());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String suffix = matcher.group(3) == null ? "string" : matcher.group(3);
        return ParameterType.of(suffix)
                .map(type -> new Named(matcher.group(2), type, matcher.group(1).length() == 1));
    }

    /** What the name of a variable says. */
    record Named(String name, ParameterType type, boolean required) {}
}
