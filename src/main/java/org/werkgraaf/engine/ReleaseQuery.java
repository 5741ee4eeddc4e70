package org.werkgraaf.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A query as the other store is asked: about the graphs of one release and nothing else, always for rows. Its default graph is the union
 * of the release; {@code GRAPH <name>} asks the graph that is published under the name, and what {@code GRAPH ?g} finds has the names
 * under which graphs are published, as the catalogue joins them in.
 */
final class ReleaseQuery {
    /** What begins the names of our variables; a query that uses it is not sent. */
    private static final String OURS = "werkgraafGraph";

    private final ReleaseNames names;
    private final Predicate<Node> stated;
    private final boolean paths;
    /** Names in place of blank nodes, whose labels would mean another scope when they are written. */
    private Map<Node, Var> unnamed = new HashMap<>();

    private int made;

    /**
     * @param text SPARQL
     * @param defaultGraphs what the request names as default graph
     * @param namedGraphs what it names as named graphs
     */
    record Sent(String text, List<String> defaultGraphs, List<String> namedGraphs) {}

    /** Something in a query that only this process can answer right and safely. */
    private static final class NotToBeSent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotToBeSent(String what) {
            super(what, null, false, false);
        }
    }

    /** Looks for functions that stores do not agree on: not all give one blank node for one text in a row. */
    private static class Unsendable extends ExprVisitorBase {
        @Override
        public void visit(ExprFunction1 function) {
            if (function instanceof E_BNode.BNode1) {
                throw new NotToBeSent("BNODE of a text");
            }
        }
    }

    private ReleaseQuery(ReleaseNames names, Predicate<Node> stated, boolean paths) {
        this.names = names;
        this.stated = stated;
        this.paths = paths;
    }

    /**
     * @param query which is used up if it is sent, and else is as it was
     * @param graphs the graphs that it is asked of; without any, all of the release
     * @param stated whether the release has statements with that property. Others are not sent: stores take some of them for calls
     * @param paths whether paths of any length are sent
     * @return empty when it is to be answered here
     */
    static Optional<Sent> of(
            Query query, DatasetDescription graphs, ReleaseNames names, Predicate<Node> stated, boolean paths) {
        try {
            ReleaseQuery rewriting = new ReleaseQuery(names, stated, paths);
            rewriting.lookAtExpressions(query);
            Element pattern = rewriting.rewrite(query.getQueryPattern());
            return Optional.of(rewriting.sent(query, pattern, graphs));
        } catch (NotToBeSent e) {
            return Optional.empty();
        }
    }

    private Sent sent(Query query, Element pattern, DatasetDescription graphs) {
        askForRows(query);
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        if (graphs.isEmpty()) {
            query.setQueryPattern(group(new ElementNamedGraph(names.union(), pattern)));
            return new Sent(query.serialize(), List.of(), List.of());
        }
        query.setQueryPattern(pattern);
        List<String> named = new ArrayList<>(graphs.getNamedGraphURIs().stream()
                .map(iri -> names.graph(iri).getURI())
                .toList());
        if (!named.isEmpty()) {
            named.add(ReleaseNames.CATALOGUE.getURI());
        }
        return new Sent(
                query.serialize(),
                graphs.getDefaultGraphURIs().stream()
                        .map(iri -> names.graph(iri).getURI())
                        .toList(),
                named);
    }

    /** The one form in which stores agree how an answer is written, and of which it is seen whether it is whole. */
    private void askForRows(Query query) {
        if (query.isAskType()) {
            query.setQuerySelectType();
            query.setQueryResultStar(false);
            query.getProject().clear();
            query.addResultVar(fresh(), NodeValue.TRUE);
            query.setLimit(1);
        } else if (query.isConstructType()) {
            List<Var> needed = query.getConstructTemplate().getTriples().stream()
                    .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                    .filter(Var::isVar)
                    .map(Var::alloc)
                    .distinct()
                    .toList();
            query.setQuerySelectType();
            query.setQueryResultStar(false);
            query.getProject().clear();
            if (needed.isEmpty()) {
                query.addResultVar(fresh(), NodeValue.TRUE);
            }
            needed.forEach(query::addResultVar);
        } else {
            nameAll(query);
        }
    }

    /** A star would also give the variables that are ours. */
    private static void nameAll(Query query) {
        if (query.isQueryResultStar() && !query.getProjectVars().isEmpty()) {
            query.setQueryResultStar(false);
        }
    }

    private Var fresh() {
        return Var.alloc(OURS + ++made);
    }

    /** What stands outside of WHERE is not asked of a graph that we can name. */
    private void lookAtExpressions(Query query) {
        ExprVisitorBase look = new Unsendable() {
            @Override
            public void visit(ExprFunctionOp exists) {
                throw new NotToBeSent("EXISTS outside of WHERE");
            }
        };
        query.getProject().forEachExpr((name, each) -> Walker.walk(each, look));
        query.getGroupBy().forEachExpr((name, each) -> Walker.walk(each, look));
        query.getHavingExprs().forEach(each -> Walker.walk(each, look));
        query.getAggregators().stream()
                .flatMap(each -> Stream.ofNullable(each.getAggregator().getExprList()))
                .flatMap(list -> list.getList().stream())
                .forEach(each -> Walker.walk(each, look));
        if (query.hasOrderBy()) {
            query.getOrderBy().forEach(each -> Walker.walk(each.getExpression(), look));
        }
        for (Var each : query.getProjectVars()) {
            lookAt(each);
        }
    }

    private static void lookAt(Node name) {
        if (name.isVariable() && name.getName().startsWith(OURS)) {
            throw new NotToBeSent("a variable of ours");
        }
    }

    private Element rewrite(Element element) {
        if (element instanceof ElementGroup group) {
            ElementGroup all = new ElementGroup();
            group.getElements().forEach(each -> all.addElement(rewrite(each)));
            return all;
        }
        if (element instanceof ElementPathBlock block) {
            ElementPathBlock all = new ElementPathBlock();
            block.patternElts().forEachRemaining(each -> all.addTriplePath(rewrite(each)));
            return all;
        }
        if (element instanceof ElementNamedGraph named) {
            return ofGraph(named.getGraphNameNode(), rewrite(named.getElement()));
        }
        if (element instanceof ElementUnion union) {
            ElementUnion all = new ElementUnion();
            union.getElements().forEach(each -> all.addElement(rewrite(each)));
            return all;
        }
        if (element instanceof ElementOptional optional) {
            return new ElementOptional(rewrite(optional.getOptionalElement()));
        }
        if (element instanceof ElementMinus minus) {
            return new ElementMinus(rewrite(minus.getMinusElement()));
        }
        if (element instanceof ElementFilter filter) {
            return new ElementFilter(rewrite(filter.getExpr()));
        }
        if (element instanceof ElementBind bind) {
            lookAt(bind.getVar());
            return new ElementBind(bind.getVar(), rewrite(bind.getExpr()));
        }
        if (element instanceof ElementSubQuery inner) {
            return new ElementSubQuery(rewritten(inner.getQuery()));
        }
        if (element instanceof ElementData) {
            return element;
        }
        throw new NotToBeSent(element.getClass().getSimpleName());
    }

    private Query rewritten(Query inner) {
        lookAtExpressions(inner);
        // Written and read again, as a copy shares its inner queries.
        Query changed = QueryFactory.create(inner.serialize());
        // Prefixes stand at the beginning of a query only.
        changed.getPrefixMapping().clearNsPrefixMap();
        Map<Node, Var> outside = unnamed;
        unnamed = new HashMap<>();
        changed.setQueryPattern(rewrite(changed.getQueryPattern()));
        unnamed = outside;
        nameAll(changed);
        return changed;
    }

    private TriplePath rewrite(TriplePath pattern) {
        lookAt(pattern);
        Node subject = named(pattern.getSubject());
        Node object = named(pattern.getObject());
        return pattern.getPredicate() == null
                ? new TriplePath(subject, pattern.getPath(), object)
                : new TriplePath(Triple.create(subject, pattern.getPredicate(), object));
    }

    private Node named(Node node) {
        return Var.isBlankNodeVar(node) ? unnamed.computeIfAbsent(node, each -> fresh()) : node;
    }

    private Expr rewrite(Expr expression) {
        Walker.walk(expression, new Unsendable());
        return ExprTransformer.transform(
                new ExprTransformCopy() {
                    @Override
                    public Expr transform(ExprFunctionOp exists, ExprList arguments, Op pattern) {
                        return exists.copy(arguments, rewrite(exists.getElement()));
                    }
                },
                expression);
    }

    private Element ofGraph(Node name, Element pattern) {
        if (name.isURI()) {
            return new ElementNamedGraph(names.graph(name.getURI()), pattern);
        }
        lookAt(name);
        Var graph = fresh();
        ElementPathBlock catalogue = new ElementPathBlock();
        catalogue.addTriple(Triple.create(names.release(), DCTerms.hasPart.asNode(), graph));
        catalogue.addTriple(Triple.create(graph, DCTerms.isVersionOf.asNode(), name));
        return group(new ElementNamedGraph(ReleaseNames.CATALOGUE, catalogue), new ElementNamedGraph(graph, pattern));
    }

    private static ElementGroup group(Element... elements) {
        ElementGroup group = new ElementGroup();
        for (Element each : elements) {
            group.addElement(each);
        }
        return group;
    }

    private void lookAt(TriplePath pattern) {
        lookAt(pattern.getSubject());
        lookAt(pattern.getObject());
        if (pattern.getPredicate() == null) {
            lookAt(pattern.getPath());
        } else {
            lookAtProperty(pattern.getPredicate());
        }
    }

    private void lookAt(Path path) {
        if (path instanceof P_Path0 step) {
            lookAtProperty(step.getNode());
        } else if (path instanceof P_Path1 inner) {
            if (!paths && !(path instanceof P_Inverse)) {
                throw new NotToBeSent("a path of any length");
            }
            lookAt(inner.getSubPath());
        } else if (path instanceof P_Path2 both) {
            lookAt(both.getLeft());
            lookAt(both.getRight());
        } else if (path instanceof P_NegPropSet others) {
            others.getNodes().forEach(this::lookAt);
        } else {
            throw new NotToBeSent(path.getClass().getSimpleName());
        }
    }

    private void lookAtProperty(Node property) {
        lookAt(property);
        if (!property.isVariable() && !stated.test(property)) {
            throw new NotToBeSent("a property that the release has not");
        }
    }
}
