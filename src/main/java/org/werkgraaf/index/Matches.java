package org.werkgraaf.index;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Which documents a search finds: those with the words, within the dates, with a value of each filter. */
final class Matches {
    private final FilterSets sets;
    private final Map<Facet, Set<String>> filters;
    private final Set<Facet> direct;
    /** Words and dates only. */
    private final FixedBitSet base;

    private final Documents hits;

    private Matches(FilterSets sets, SearchRequest request, FixedBitSet base) throws IOException {
        this.sets = sets;
        this.filters = request.filters();
        this.direct = request.direct();
        this.base = base;
        this.hits = filtered(null);
    }

    static Matches of(IndexSearcher searcher, FilterSets sets, Query words, SearchRequest request) throws IOException {
        return new Matches(sets, request, base(searcher, words, request));
    }

    /** The documents found. */
    Documents hits() {
        return hits;
    }

    /** How many of them have days of which none is known. */
    long undated() throws IOException {
        return hits.countIn(sets.undated());
    }

    /** The documents in which the values of a facet are counted: its own filter does not take part. */
    Documents without(Facet facet) throws IOException {
        return filters.containsKey(facet) ? filtered(facet) : hits;
    }

    private Documents filtered(@Nullable Facet but) throws IOException {
        FixedBitSet bits = base;
        for (Map.Entry<Facet, Set<String>> filter : filters.entrySet()) {
            if (filter.getKey() != but) {
                bits = bits == base ? base.clone() : bits;
                bits.and(sets.of(filter.getKey(), filter.getValue(), direct.contains(filter.getKey())));
            }
        }
        return new Documents(bits);
    }

    private static FixedBitSet base(IndexSearcher searcher, Query words, SearchRequest request) throws IOException {
        if (!(words instanceof MatchAllDocsQuery) || request.hasDates()) {
            return Matching.documents(searcher, request.within(words));
        }
        FixedBitSet all = new FixedBitSet(searcher.getIndexReader().maxDoc());
        if (all.length() > 0) {
            all.set(0, all.length());
        }
        return all;
    }
}
