package org.werkgraaf.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/**
 * A rule of quality: a query that selects {@code ?entity ?property ?value} for each breach.
 *
 * @param name the file's name without ending
 * @param severity from the profile
 * @param problem what a breach means, from the header
 * @param solution what to do about it, from the header
 * @param query the parsed query
 */
public record QualityRule(String name, Severity severity, String problem, String solution, Query query) {
    /**
     * Reads a rule.
     *
     * @throws RuleException when the header or the query is not as it should be
     */
    public static QualityRule parse(String name, String text, Severity severity) {
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
            return new QualityRule(name, severity, problem, solution, query);
        } catch (QueryParseException e) {
            throw new RuleException(name + ".rq line " + e.getLine() + ": " + e.getMessage());
        }
    }

    List<Finding> apply(Graph graph) {
        List<Finding> findings = new ArrayList<>();
        try (QueryExecution execution = QueryExecutionFactory.create(query, ModelFactory.createModelForGraph(graph))) {
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
        return findings;
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
