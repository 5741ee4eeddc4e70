package org.werkgraaf.index;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** How much a word in a field counts; the same when writing and when searching. */
final class Ranking {
    /** A thing with many names must not fall behind one with few, nor win by repeating a word in each. */
    private static final Similarity NAMES = new BM25Similarity(0.4f, 0.25f);
    private static final Similarity TEXTS = new BM25Similarity(1.0f, 0.5f);

    private Ranking() {}

    static Similarity similarity() {
        return new PerFieldSimilarityWrapper() {
            @Override
            public Similarity get(String field) {
                return field.startsWith(Fields.DEFINITION) || field.startsWith(Fields.PASSAGE) ? TEXTS : NAMES;
            }
        };
    }
}
