package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.werkgraaf.vocabulary.ClassNames;

/**
 * Whoever asks for a right, an obligation or a prohibition wants the article that creates it and the cases on it, which seldom have
 * the words of the question: they are found with the norm, and stand as high as it does but for a share.
 */
final class Norms {
    private static final int NORMS_MAX = 2;
    /** What a norm has of the score of the best hit, for the question to be about it. */
    private static final float ASKED = 0.85f;

    private static final float ARTICLE = 0.75f;
    private static final float CASE = 0.7f;
    /** What more articles create, such as equal treatment, is no answer in the words of any one of them. */
    private static final int ARTICLES_MAX = 4;

    /** A norm on which more cases are says little of each. */
    private static final int CASES_MAX = 12;

    /** What the other way of being found adds. */
    private static final float TIE = 0.01f;

    private Norms() {}

    /** The query, with what is on the norms that answer it best. */
    static Query with(Generation generation, Query query) throws IOException {
        Set<String> classes = generation.stamp().norms();
        if (classes.isEmpty()) {
            return query;
        }
        IndexSearcher searcher = generation.searcher();
        BooleanQuery.Builder kinds = new BooleanQuery.Builder();
        classes.forEach(kind -> kinds.add(new TermQuery(new Term(Fields.TYPE, kind)), Occur.SHOULD));
        Query norms = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(kinds.build(), Occur.FILTER)
                .build();
        ScoreDoc[] best = searcher.search(query, 1).scoreDocs;
        List<Query> ways = new ArrayList<>(List.of(query));
        for (ScoreDoc norm : searcher.search(norms, NORMS_MAX).scoreDocs) {
            if (norm.score >= ASKED * best[0].score) {
                Query on = new TermQuery(new Term(
                        Fields.NORM, generation.stored().thing(norm.doc).id()));
                add(ways, searcher, of(on, ClassNames.PROVISION), ARTICLES_MAX, ARTICLE * norm.score);
                add(ways, searcher, of(on, ClassNames.CASE), CASES_MAX, CASE * norm.score);
            }
        }
        return ways.size() == 1 ? query : new DisjunctionMaxQuery(ways, TIE);
    }

    private static void add(List<Query> ways, IndexSearcher searcher, Query things, int most, float score)
            throws IOException {
        if (searcher.count(things) <= most) {
            ways.add(new BoostQuery(new ConstantScoreQuery(things), score));
        }
    }

    private static Query of(Query on, String type) {
        return new BooleanQuery.Builder()
                .add(on, Occur.MUST)
                .add(new TermQuery(new Term(Fields.TYPE, type)), Occur.FILTER)
                .build();
    }
}
