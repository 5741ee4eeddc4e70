package org.werkgraaf.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;

/** The limit: the same search in process with what Lucene's own library offers, without words shown in their place, JSON or HTTP. */
public final class PlainLucene implements AutoCloseable {
    private static final FacetsConfig FACETS = Fields.facets();
    private static final int FACETS_COUNTED = 8;
    private static final int VALUES = 10;

    private final Generation generation;
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facets;

    /** @param folder of the index of one release */
    public PlainLucene(Path folder) throws IOException {
        generation = Generation.open(folder, 0);
        searcher = generation.searcher();
        facets = new DefaultSortedSetDocValuesReaderState(searcher.getIndexReader(), FACETS);
    }

    /** Searches, counts the first eight facets and reads the hits; returns how many entities match. */
    public long search(SearchRequest request) throws IOException {
        DrillDownQuery query = new DrillDownQuery(FACETS, request.within(words(request)));
        request.filters().forEach((facet, values) -> values.forEach(value -> query.add(facet.parameter(), value)));
        DrillSideways.DrillSidewaysResult found = new DrillSideways(searcher, FACETS, facets)
                .search(query, null, null, request.size(), sort(request), false);
        count(found.facets);
        read(found.hits);
        return found.hits.totalHits.value;
    }

    private Query words(SearchRequest request) throws IOException {
        return generation.query(generation.read(request.words(), request.lang()), false);
    }

    private static Sort sort(SearchRequest request) {
        return switch (request.sort()) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE);
            case DATE -> new Sort(new SortField(Fields.SORT_DATE, SortField.Type.LONG));
            case DATE_DESCENDING -> new Sort(new SortField(Fields.SORT_DATE, SortField.Type.LONG, true));
            case LABEL -> new Sort(new SortField(Fields.in(Fields.SORT_LABEL, request.lang()), SortField.Type.STRING));
        };
    }

    private static void count(Facets facets) throws IOException {
        for (int i = 0; i < FACETS_COUNTED; i++) {
            facets.getTopChildren(VALUES, Facet.values()[i].parameter());
        }
    }

    private void read(TopDocs hits) throws IOException {
        for (ScoreDoc hit : hits.scoreDocs) {
            searcher.storedFields().document(hit.doc, Set.of(Fields.THING));
        }
    }

    @Override
    public void close() {
        generation.close();
    }
}
