package org.werkgraaf.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** Finds which documents match a query, without scores. */
final class Matching {
    private Matching() {}

    /** All documents that match. */
    static FixedBitSet documents(IndexSearcher searcher, Query query) throws IOException {
        FixedBitSet bits = new FixedBitSet(searcher.getIndexReader().maxDoc());
        searcher.search(withoutScores(query), new Collecting(bits));
        return bits;
    }

    /**
     * The same matches without what only decides about scores. Alternatives within alternatives become one list, which Lucene
     * reads in one sweep.
     */
    static Query withoutScores(Query query) {
        if (query instanceof BoostQuery boost) {
            return withoutScores(boost.getQuery());
        }
        if (query instanceof ConstantScoreQuery constant) {
            return withoutScores(constant.getQuery());
        }
        if (query instanceof DisjunctionMaxQuery alternatives) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            alternatives.getDisjuncts().forEach(each -> addAlternative(any, withoutScores(each)));
            return any.build();
        }
        return query instanceof BooleanQuery all ? withoutScores(all) : query;
    }

    private static Query withoutScores(BooleanQuery query) {
        int needed = query.getMinimumNumberShouldMatch();
        long optional = query.clauses().stream()
                .filter(clause -> clause.getOccur() == Occur.SHOULD)
                .count();
        boolean required = query.clauses().stream().anyMatch(BooleanClause::isRequired);
        boolean all = needed > 0 && needed == optional;
        BooleanQuery.Builder plain = new BooleanQuery.Builder();
        for (BooleanClause clause : query) {
            Query inner = withoutScores(clause.getQuery());
            if (clause.getOccur() != Occur.SHOULD) {
                plain.add(inner, clause.isRequired() ? Occur.FILTER : clause.getOccur());
            } else if (all) {
                plain.add(inner, Occur.FILTER);
            } else if (needed > 1) {
                plain.add(inner, Occur.SHOULD);
            } else if (needed == 1 || !required) {
                addAlternative(plain, inner);
            }
        }
        BooleanQuery built = plain.setMinimumNumberShouldMatch(all ? 0 : needed).build();
        return built.clauses().size() == 1 && !built.clauses().get(0).isProhibited()
                ? built.clauses().get(0).getQuery()
                : built;
    }

    private static void addAlternative(BooleanQuery.Builder any, Query query) {
        if (query instanceof BooleanQuery inner
                && inner.getMinimumNumberShouldMatch() <= 1
                && inner.clauses().stream().allMatch(clause -> clause.getOccur() == Occur.SHOULD)) {
            inner.forEach(clause -> any.add(clause.getQuery(), Occur.SHOULD));
        } else {
            any.add(query, Occur.SHOULD);
        }
    }

    private static final class Collecting extends SimpleCollector {
        private final FixedBitSet bits;
        private int base;

        Collecting(FixedBitSet bits) {
            this.bits = bits;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            base = context.docBase;
        }

        @Override
        public void collect(int document) {
            bits.set(base + document);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
