package org.werkgraaf.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The documents of each filter; those that are asked for most are kept, as an index never changes. */
final class FilterSets {
    private static final long BYTES_MAX = 32_000_000;
    private static final long KEPT_MAX = 512;

    private final IndexSearcher searcher;
    private final Cache<Filter, FixedBitSet> kept;
    private @Nullable FixedBitSet undated;

    FilterSets(IndexSearcher searcher) {
        this.searcher = searcher;
        long most = Math.min(
                KEPT_MAX, Math.max(1, BYTES_MAX / (searcher.getIndexReader().maxDoc() / 8 + 64)));
        this.kept = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** The documents that count for at least one of the values, or are about it themselves; not to be changed. */
    FixedBitSet of(Facet facet, Set<String> values, boolean direct) throws IOException {
        Filter filter = new Filter(facet.dimension(direct), Set.copyOf(values));
        FixedBitSet found = kept.getIfPresent(filter);
        if (found == null) {
            found = Matching.documents(searcher, query(facet, values, direct));
            kept.put(filter, found);
        }
        return found;
    }

    /** A query for these documents. */
    static Query query(Facet facet, Set<String> values, boolean direct) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String value : values) {
            Term term = DrillDownQuery.term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, facet.dimension(direct), value);
            any.add(new TermQuery(term), Occur.SHOULD);
        }
        return any.build();
    }

    /** The documents of which no day is known; not to be changed. */
    synchronized FixedBitSet undated() throws IOException {
        FixedBitSet found = undated;
        if (found == null) {
            found = Matching.documents(searcher, SearchRequest.UNDATED);
            undated = found;
        }
        return found;
    }

    private record Filter(String dimension, Set<String> values) {}
}
