package org.werkgraaf.web.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.werkgraaf.query.Answer;
import org.werkgraaf.query.Meter;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.store.GraphStore;

/** Reads, judges and evaluates a query, and writes what it found. */
final class QueryAnswers {
    private final GraphStore store;
    private final GuardedEvaluation evaluation;
    private final QueryLimits limits;
    private final ResultText text;

    QueryAnswers(GraphStore store, GuardedEvaluation evaluation, QueryLimits limits, ResultText text) {
        this.store = store;
        this.evaluation = evaluation;
        this.limits = limits;
        this.text = text;
    }

    Answer answer(QueryRequest request, Meter meter) {
        Query query = evaluation.parse(request.text());
        boolean repeatable = evaluation.check(query);
        ResultFormat.Chosen chosen =
                ResultFormat.choose(query.isSelectType() || query.isAskType(), request.accept(), request.formats());
        DatasetDescription graphs = request.graphs() == null ? DatasetDescription.create(query) : request.graphs();
        return store.read(snapshot -> evaluation.evaluate(
                query,
                graphs,
                snapshot,
                limits.upTo(request.rows()),
                meter,
                found -> new Answer(
                        text.of(found, chosen.format()),
                        chosen.contentType(),
                        found.cut() ? cutBy(request) : "",
                        snapshot.releaseId().orElse(""),
                        repeatable)));
    }

    private String cutBy(QueryRequest request) {
        return request.rows() < limits.rowsMax()
                ? "rows=" + request.rows()
                : "werkgraaf.sparql.rows-max=" + limits.rowsMax();
    }
}
