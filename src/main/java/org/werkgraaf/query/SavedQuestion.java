package org.werkgraaf.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.Languages;

/**
 * A question that is kept as a file {@code queries/<name>.rq}.
 *
 * @param name its name, which is also that of its operation and page
 * @param topic the group that it belongs to
 * @param summaries the question in a sentence, by language
 * @param descriptions what is listed and what is not, by language
 * @param keywords words under which it is found
 * @param parameters what a caller may give, in the order of the header
 * @param columns what the variables of the answer are called, by variable and language; the ontology names the others
 * @param properties local names of the properties of which variables of the answer sum up the numbers, by variable; the others
 *     are named after theirs
 * @param chart how it is drawn, if it is
 * @param key the columns of which each combination may have one row, with all values of the others; none when rows are not put
 *     together
 * @param pageSize rows of a page when the caller does not say
 * @param sparql the query as it stands in the file, without the header
 * @param select the same, parsed
 * @param checked narrows it to statements that were checked as far as a caller asks
 */
public record SavedQuestion(
        String name,
        String topic,
        Map<String, String> summaries,
        Map<String, String> descriptions,
        List<String> keywords,
        List<QuestionParameter> parameters,
        Map<String, Map<String, String>> columns,
        Map<String, String> properties,
        @Nullable QuestionChart chart,
        List<String> key,
        int pageSize,
        String sparql,
        Query select,
        CheckedStatements checked) {
    /** The question in a sentence. */
    public String summary(String lang) {
        return inLanguage(summaries, lang);
    }

    /** What is listed and what is not. */
    public String description(String lang) {
        return inLanguage(descriptions, lang);
    }

    /** A parameter by the name under which a caller gives it. */
    public Optional<QuestionParameter> parameter(String parameter) {
        return parameters.stream().filter(each -> each.name().equals(parameter)).findFirst();
    }

    private static String inLanguage(Map<String, String> texts, String lang) {
        return Languages.pick(texts, lang, "");
    }

    /** The query with its parameters filled in: defaults, examples where there is none, labels in the language of the documentation. */
    public String query() {
        return query(samples(), Languages.DOCUMENTATION);
    }

    /**
     * The query as text with parameters filled in, to read, change and run.
     *
     * @param values terms by name of the parameter; one that is left out stays a variable
     * @param lang language of the texts that it asks for
     */
    public String query(Map<String, Node> values, String lang) {
        return FilledText.of(this, bindings(values, lang));
    }

    /** The query with its parameters replaced by terms, in its syntax tree. */
    Query bound(Map<String, Node> values, String lang) {
        return bound(bindings(values, lang));
    }

    Query bound(Map<Var, Node> bindings) {
        Query bound = bindings.isEmpty() ? select.cloneQuery() : QueryTransformOps.replaceVars(select, bindings);
        Node level = bindings.get(QuestionParameter.VERIFICATION);
        return level == null ? bound : checked.narrow(bound, level);
    }

    /** Terms for all parameters that have a default or an example. */
    public Map<String, Node> samples() {
        Map<String, Node> samples = new HashMap<>();
        for (QuestionParameter parameter : parameters) {
            if (parameter.required()) {
                parameter
                        .sample()
                        .flatMap(parameter.type()::node)
                        .ifPresent(node -> samples.put(parameter.name(), node));
            }
        }
        return samples;
    }

    private Map<Var, Node> bindings(Map<String, Node> values, String lang) {
        Map<Var, Node> bindings = new HashMap<>();
        bindings.put(
                Var.alloc("_" + QuestionParameter.LANG), NodeFactory.createLiteralString(Languages.labelled(lang)));
        for (QuestionParameter parameter : parameters) {
            Node value = values.get(parameter.name());
            if (value != null) {
                bindings.put(parameter.variable(), value);
            }
        }
        return bindings;
    }

    /** Each reading of the files makes new questions, so that answers that are kept never outlive the question. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
