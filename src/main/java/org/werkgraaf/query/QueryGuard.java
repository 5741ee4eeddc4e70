package org.werkgraaf.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.werkgraaf.query.QueryRefusedException.Reason;

/** Refuses, before anything runs, a query that would reach out, call what is not offered or name unknown graphs. */
public final class QueryGuard {
    private static final Set<Class<?>> CHANGING = Set.of(E_Now.class, E_Random.class, E_StrUUID.class, E_UUID.class);

    private final FunctionRegistry functions;
    private final RemoteEndpoints endpoints;

    /**
     * @param functions the functions that queries may call
     * @param endpoints what SERVICE may call
     */
    public QueryGuard(FunctionRegistry functions, RemoteEndpoints endpoints) {
        this.functions = functions;
        this.endpoints = endpoints;
    }

    /**
     * Reads a query.
     *
     * @param text SPARQL 1.1
     * @param base address of the endpoint, against which relative IRIs are resolved
     * @throws org.apache.jena.query.QueryParseException when it is not
     * @throws QueryRefusedException when it is nested too deeply to be read, or has a pattern that is none
     */
    public static Query parse(String text, String base) {
        if (Nesting.of(text) > Nesting.MAX) {
            throw new QueryRefusedException(
                    Reason.NESTED, "The query nests brackets more than " + Nesting.MAX + " deep. Write it flatter.");
        }
        try {
            return QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            throw e;
        } catch (ExprException e) {
            // ARQ compiles patterns that stand in the query for an engine of its own, which is not used here.
            throw new QueryRefusedException(
                    Reason.PATTERN,
                    "A regular expression of the query cannot be read: "
                            + String.valueOf(e.getMessage()).replaceAll("(?s)^.*PatternSyntaxException: |\\n.*$", "")
                            + ". Patterns are those of XPath, without references back and without looking around.");
        } catch (QueryException e) {
            throw new QueryParseException(e.getMessage(), e, -1, -1);
        }
    }

    /**
     * Judges a query.
     *
     * @param query the parsed query
     * @return whether the same query gives the same answer as long as the graph is the same
     * @throws QueryRefusedException when it may not run
     */
    public boolean check(Query query) {
        Op algebra = Algebra.compile(query);
        if (PatternCount.of(algebra) > PatternCount.MAX) {
            throw new QueryRefusedException(
                    Reason.NESTED,
                    "The query has more than " + PatternCount.MAX
                            + " patterns, groups and expressions. Ask in parts, or use" + " VALUES for long lists.");
        }
        AtomicBoolean repeatable = new AtomicBoolean(true);
        ExprVisitorBase expressions = new ExprVisitorBase() {
            @Override
            public void visit(ExprFunction0 function) {
                repeatable.compareAndSet(true, !CHANGING.contains(function.getClass()));
            }

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
        Walker.walk(
                algebra,
                new OpVisitorBase() {
                    /** The walker does not look into sort conditions by itself. */
                    @Override
                    public void visit(OpOrder order) {
                        order.getConditions().forEach(condition -> Walker.walk(condition.getExpression(), expressions));
                    }

                    @Override
                    public void visit(OpGroup group) {
                        group.getGroupVars().getExprs().values().forEach(each -> Walker.walk(each, expressions));
                        group.getAggregators().stream()
                                .flatMap(each ->
                                        Optional.ofNullable(each.getAggregator().getExprList()).stream())
                                .flatMap(list -> list.getList().stream())
                                .forEach(each -> Walker.walk(each, expressions));
                    }

                    @Override
                    public void visit(OpService service) {
                        endpoints.check(service.getService());
                        repeatable.set(false);
                    }
                },
                expressions);
        return repeatable.get();
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
