package org.werkgraaf.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.index.SearchRequest.Sorting;

/**
 * The documents of one page, in order.
 *
 * @param documents their numbers
 * @param scores how well each matches; zeros when sorted otherwise
 * @param more whether others follow
 */
record TopHits(int[] documents, float[] scores, boolean more) {
    /** Ends with the id, so that the order is total and a cursor points between two hits. */
    private static final Sort BY_SCORE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

    static TopHits of(Generation generation, Query words, SearchRequest request, Documents hits, @Nullable Cursor after)
            throws IOException {
        boolean everything = words instanceof MatchAllDocsQuery;
        if (request.sort() == Sorting.RELEVANCE && !everything) {
            return byScore(generation, words, request, after);
        }
        DocumentOrder order = generation.order(request.sort(), request.lang());
        int behind = after == null
                ? -1
                : order.rank(generation.stored().document(after.id()).orElseThrow(Cursor::unknown));
        int[] found = order.first(hits, behind, request.size() + 1);
        int count = Math.min(found.length, request.size());
        return new TopHits(Arrays.copyOf(found, count), new float[count], found.length > count);
    }

    /** Lucene leaves out what cannot come among the first; the matches were counted before. */
    private static TopHits byScore(Generation generation, Query words, SearchRequest request, @Nullable Cursor after)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(request.within(words), Occur.MUST);
        request.filters()
                .forEach((facet, values) -> query.add(
                        FilterSets.query(facet, values, request.direct().contains(facet)), Occur.FILTER));
        FieldDoc start = after == null
                ? null
                : new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {after.score(), new BytesRef(after.id())});
        TopFieldDocs found = generation
                .searcher()
                .search(query.build(), new TopFieldCollectorManager(BY_SCORE, request.size() + 1, start, 1));
        int count = Math.min(found.scoreDocs.length, request.size());
        int[] documents = new int[count];
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            documents[i] = found.scoreDocs[i].doc;
            scores[i] = (Float) ((FieldDoc) found.scoreDocs[i]).fields[0];
        }
        return new TopHits(documents, scores, found.scoreDocs.length > count);
    }
}
