package org.werkgraaf.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionRegistry;

/**
 * A rule of quality: a query that selects {@code ?entity ?property ?value} for each breach.
 *
 * @param name the file's name without ending
 * @param severity from the profile
 * @param problem what a breach means, from the header
 * @param solution what to do about it, from the header
 * @param query the parsed query
 * @param findingsMax how many findings there may be; with more, quality got worse and the candidate is refused
 */
public record QualityRule(
        String name, Severity severity, String problem, String solution, Query query, OptionalInt findingsMax) {
    private static final FunctionRegistry FUNCTIONS = functions();

    /**
     * Reads a rule.
     *
     * @throws RuleException when the header or the query is not as it should be
     */
    public static QualityRule parse(String name, String text, Severity severity, OptionalInt findingsMax) {
        String problem = header(text, "Problem")
                .orElseThrow(
                        () -> new RuleException(name + ".rq has no line '# Problem: ...'. Add one in plain words."));
        String solution = header(text, "Solution")
                .orElseThrow(() -> new RuleException(name + ".rq has no line '# Solution: ...'. Say what to do."));
        try {
            Query query = QueryFactory.create(text);
            if (!query.isSelectType() || !query.getResultVars().equals(List.of("entity", "property", "value"))) {
                throw new RuleException(name + ".rq must be SELECT ?entity ?property ?value.");
            }
            return new QualityRule(name, severity, problem, solution, query, findingsMax);
        } catch (QueryParseException e) {
            throw new RuleException(name + ".rq line " + e.getLine() + ": " + e.getMessage());
        }
    }

    List<Finding> apply(Graph graph) {
        List<Finding> findings = new ArrayList<>();
        try (QueryExecution execution = QueryExecutionFactory.create(query, ModelFactory.createModelForGraph(graph))) {
            execution.getContext().set(ARQConstants.registryFunctions, FUNCTIONS);
            ResultSet rows = execution.execSelect();
            while (rows.hasNext()) {
                QuerySolution row = rows.next();
                findings.add(new Finding(
                        severity,
                        name,
                        text(row.get("entity")),
                        text(row.get("property")),
                        text(row.get("value")),
                        problem,
                        solution));
            }
        }
        if (findingsMax.isPresent() && findings.size() > findingsMax.getAsInt()) {
            findings.add(worse(findings.size(), findingsMax.getAsInt()));
        }
        return findings;
    }

    private Finding worse(int count, int most) {
        return new Finding(
                Severity.ERROR,
                name,
                "",
                "",
                "",
                "There are " + count + " findings of this rule, and " + most
                        + " at most were allowed: quality got worse.",
                "Mend the new ones; the check lists them. If they are right as they are, raise the number in profile.tsv.");
    }

    /** Those of ARQ and ours. */
    private static FunctionRegistry functions() {
        FunctionRegistry functions = FunctionRegistry.createFrom(FunctionRegistry.get());
        Echo echo = new Echo();
        functions.put(Echo.IRI, iri -> echo);
        Gives gives = new Gives();
        functions.put(Gives.IRI, iri -> gives);
        return functions;
    }

    private static String text(@org.jspecify.annotations.Nullable RDFNode node) {
        if (node == null) {
            return "";
        }
        return node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString();
    }

    private static Optional<String> header(String text, String key) {
        String start = "# " + key + ":";
        return text.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }
}
