package org.werkgraaf.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/** Asks how many rows a query has. */
final class CountQuery {
    static final Var TOTAL = Var.alloc("total");

    private CountQuery() {}

    /** @param query a SELECT without LIMIT and OFFSET */
    static Query of(Query query) {
        Query rows = query.cloneQuery();
        if (rows.hasOrderBy()) {
            rows.getOrderBy().clear();
        }
        Query count = new Query();
        count.setQuerySelectType();
        Expr all = count.allocAggregate(new AggCount());
        count.addResultVar(TOTAL, all);
        count.setQueryPattern(new ElementSubQuery(rows));
        return count;
    }
}
