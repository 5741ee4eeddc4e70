package org.werkgraaf.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.Wg;

/**
 * Narrows a saved question to statements that were checked as far as a caller asks. Each statement of a source that the question
 * reads has to be; what no source says, such as a label or what is part of what, stays as it is. A value that may be missing is
 * missing when it was not checked so far, unless a condition of the question reads it: then its row is left out. What a condition
 * only asks ({@code FILTER EXISTS}, {@code FILTER NOT EXISTS}) is not narrowed: that something is absent is nobody's statement.
 */
final class CheckedStatements {
    private final Set<Node> stated;

    /** @param stated the properties that sources state */
    CheckedStatements(Set<Node> stated) {
        this.stated = Set.copyOf(stated);
    }

    /** Whether what sources state decides which rows a query has. */
    boolean reads(Query query) {
        return new Narrowing(query, Var.alloc("anyLevel")).narrowed();
    }

    /**
     * @param query is not changed
     * @param level IRI of how far the statements have to be checked
     */
    Query narrow(Query query, Node level) {
        // Written and read again, as a copy shares its inner queries.
        Query fresh = QueryFactory.create(query.serialize());
        new Narrowing(fresh, level);
        return fresh;
    }

    /** Works on one query, in place. */
    private final class Narrowing {
        private final CheckedConditions conditions;
        private final Set<Var> tested = new HashSet<>();
        private boolean narrowed;

        Narrowing(Query query, Node level) {
            this.conditions = new CheckedConditions(stated, level);
            tested(query.getQueryPattern());
            if (level.isVariable()) {
                look(query.getQueryPattern());
            } else {
                query.setQueryPattern(narrow(query.getQueryPattern()));
            }
        }

        boolean narrowed() {
            return narrowed;
        }

        /** What conditions of the question read, outside of what may be missing. */
        private void tested(Element element) {
            if (element instanceof ElementGroup group) {
                group.getElements().forEach(this::tested);
            } else if (element instanceof ElementUnion union) {
                union.getElements().forEach(this::tested);
            } else if (element instanceof ElementSubQuery inner) {
                tested(inner.getQuery().getQueryPattern());
            } else if (element instanceof ElementFilter filter) {
                tested.addAll(filter.getExpr().getVarsMentioned());
            } else if (element instanceof ElementBind bind) {
                tested.addAll(bind.getExpr().getVarsMentioned());
            }
        }

        private void look(Element element) {
            if (element instanceof ElementGroup group) {
                group.getElements().forEach(this::look);
            } else if (element instanceof ElementUnion union) {
                union.getElements().forEach(this::look);
            } else if (element instanceof ElementSubQuery inner) {
                look(inner.getQuery().getQueryPattern());
            } else if (element instanceof ElementPathBlock block) {
                block.patternElts().forEachRemaining(each -> narrowed |= conditions.reads(each) || isClaim(each));
            }
        }

        private Element narrow(Element element) {
            if (element instanceof ElementGroup group) {
                return group(group);
            }
            if (element instanceof ElementUnion union) {
                ElementUnion each = new ElementUnion();
                union.getElements().forEach(part -> each.addElement(narrow(part)));
                return each;
            }
            if (element instanceof ElementSubQuery inner) {
                inner.getQuery().setQueryPattern(narrow(inner.getQuery().getQueryPattern()));
            }
            return element;
        }

        private ElementGroup group(ElementGroup group) {
            ElementGroup all = new ElementGroup();
            List<Expr> asked = new ArrayList<>();
            for (Element element : group.getElements()) {
                if (element instanceof ElementPathBlock block) {
                    all.addElement(block(block));
                    block.patternElts()
                            .forEachRemaining(each -> conditions.of(each).ifPresent(asked::add));
                } else if (element instanceof ElementOptional optional) {
                    all.addElement(optional(optional, asked));
                } else {
                    all.addElement(narrow(element));
                }
            }
            asked.forEach(condition -> all.addElement(new ElementFilter(condition)));
            return all;
        }

        /** A block that reads statements as statements, with how far these were checked. */
        private ElementPathBlock block(ElementPathBlock block) {
            ElementPathBlock all = new ElementPathBlock();
            block.patternElts().forEachRemaining(each -> {
                all.addTriplePath(each);
                if (isClaim(each)) {
                    all.addTriple(Triple.create(each.getSubject(), Wg.VERIFICATION, conditions.level()));
                }
            });
            return all;
        }

        private Element optional(ElementOptional optional, List<Expr> asked) {
            if (!(optional.getOptionalElement() instanceof ElementGroup inner)) {
                return optional;
            }
            List<TriplePath> read = new ArrayList<>();
            inner.getElements().stream()
                    .filter(ElementPathBlock.class::isInstance)
                    .map(ElementPathBlock.class::cast)
                    .forEach(block -> block.patternElts().forEachRemaining(read::add));
            List<Expr> outside = read.stream()
                    .filter(each -> each.getObject() instanceof Var value && tested.contains(value))
                    .flatMap(each -> conditions.ofMissing(each).stream())
                    .toList();
            if (outside.isEmpty()) {
                return new ElementOptional(group(inner));
            }
            asked.addAll(outside);
            return optional;
        }

        private boolean isClaim(TriplePath each) {
            return RDF.predicate.asNode().equals(each.getPredicate());
        }
    }
}
