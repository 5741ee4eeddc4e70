package org.werkgraaf.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.werkgraaf.query.QueryRefusedException.Reason;

/** Refuses, before anything runs, a query that would reach out, name unknown graphs or escape the time limit. */
public final class QueryGuard {
    private final FunctionRegistry functions;

    /** @param functions the functions that queries may call */
    public QueryGuard(FunctionRegistry functions) {
        this.functions = functions;
    }

    /**
     * @param query the parsed query
     * @throws QueryRefusedException when it may not run
     */
    public void check(Query query) {
        Op algebra = Algebra.compile(query);
        ExprVisitorBase expressions = new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionN function) {
                if (function instanceof E_Function call && !functions.isRegistered(call.getFunctionIRI())) {
                    throw new QueryRefusedException(
                            Reason.UNKNOWN_FUNCTION,
                            "The function <" + call.getFunctionIRI() + "> is not offered here. Use the functions of"
                                    + " SPARQL 1.1.");
                }
            }
        };
        Walker.walk(algebra, new OpVisitorBase() {
            /** The walker does not look into sort conditions by itself. */
            @Override
            public void visit(OpOrder order) {
                order.getConditions().forEach(condition -> Walker.walk(condition.getExpression(), expressions));
            }

            @Override
            public void visit(OpGroup group) {
                group.getGroupVars().getExprs().values().forEach(each -> Walker.walk(each, expressions));
                group.getAggregators().stream()
                        .flatMap(each -> Optional.ofNullable(each.getAggregator().getExprList()).stream())
                        .flatMap(list -> list.getList().stream())
                        .forEach(each -> Walker.walk(each, expressions));
            }

            @Override
            public void visit(OpService service) {
                throw new QueryRefusedException(
                        Reason.REMOTE,
                        "The query has SERVICE " + service.getService() + ". This endpoint reaches no other. Ask each"
                                + " endpoint by itself and join the results.");
            }

            @Override
            public void visit(OpPath path) {
                if (PathDepth.of(path.getTriplePath().getPath()) > 1) {
                    throw new QueryRefusedException(
                            Reason.UNBOUNDED_PATH,
                            "The query has a property path with * or + inside another * or +. Write it with one"
                                    + " repetition, such as (a|b)* instead of (a*|b)*.");
                }
            }
        }, expressions);
    }

    /**
     * Refuses FROM and FROM NAMED, or the request parameters of the same meaning, when they name a graph that is not published.
     *
     * @param description what the request asks for
     * @param published whether a graph of that IRI is published
     */
    public void check(DatasetDescription description, Predicate<String> published) {
        List<String> unknown = Stream.of(description.getDefaultGraphURIs(), description.getNamedGraphURIs())
                .flatMap(Collection::stream)
                .filter(iri -> !published.test(iri))
                .toList();
        if (!unknown.isEmpty()) {
            throw new QueryRefusedException(
                    Reason.UNKNOWN_GRAPH,
                    "The graph <" + unknown.get(0) + "> is not published here, and nothing is fetched from elsewhere."
                            + " Ask SELECT DISTINCT ?g WHERE { GRAPH ?g {} } for the graphs that are.");
        }
    }
}
