package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * What a sentence is about. The law and the cases that answer a question seldom have its words, but they are linked to the
 * technique, data or risk that has them: what is linked to the best of those is lifted. What is shown of a class says whether it
 * anchors.
 */
final class Anchors {
    private static final int ANCHORS_MAX = 3;

    private Anchors() {}

    /**
     * Clauses that lift what is linked to the best answers among the things of anchoring classes, and the kinds of thing that the
     * question asks for.
     */
    static List<Query> of(Generation generation, Question question, Query words) throws IOException {
        Map<String, String> facets = generation.stamp().anchors();
        BooleanQuery.Builder kinds = new BooleanQuery.Builder();
        facets.keySet().forEach(kind -> kinds.add(new TermQuery(new Term(Fields.TYPE, kind)), Occur.SHOULD));
        Query anchors = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(kinds.build(), Occur.FILTER)
                .build();
        IndexSearcher searcher = generation.searcher();
        List<Query> lifts = new ArrayList<>();
        ScoreDoc[] best = searcher.search(anchors, ANCHORS_MAX).scoreDocs;
        for (ScoreDoc anchor : best) {
            Thing thing = generation.stored().thing(anchor.doc);
            Term linked = DrillDownQuery.term(
                    FacetsConfig.DEFAULT_INDEX_FIELD_NAME,
                    Objects.requireNonNull(facets.get(thing.type())),
                    thing.id());
            float share = anchor.score / best[0].score;
            lifts.add(new BoostQuery(
                    new ConstantScoreQuery(new TermQuery(linked)), Weights.TELLING.lift() * share * share));
        }
        question.kinds()
                .forEach(kind -> lifts.add(new BoostQuery(
                        new ConstantScoreQuery(new TermQuery(new Term(Fields.TYPE, kind))), Weights.TELLING.lift())));
        return lifts;
    }
}
