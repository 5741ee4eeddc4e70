package org.werkgraaf.index;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** How much a word in a field counts; the same when writing and when searching. */
final class Ranking {
    /** A thing with many names must not fall behind one with few, nor win by repeating a word in each. */
    private static final Similarity NAMES = new Flatter(0.4f, 0.25f);

    private static final Similarity TEXTS = new Flatter(1.0f, 0.5f);

    private Ranking() {}

    static Similarity similarity() {
        return new PerFieldSimilarityWrapper() {
            @Override
            public Similarity get(String field) {
                return field.startsWith(Fields.DEFINITION) || field.startsWith(Fields.PASSAGE) ? TEXTS : NAMES;
            }
        };
    }

    /** Of passages, which are short and alike, a rare word tells as much as it does elsewhere. */
    static Similarity ofPassages() {
        return new BM25Similarity(0.9f, 0.3f);
    }

    /**
     * Rare words count for less than BM25 gives them, as a sentence asks for most of its words and not for its oddest one; but a general
     * word must not decide the order. A word of middling rarity weighs the same with every exponent.
     */
    private static final class Flatter extends BM25Similarity {
        private static final double EXPONENT = 0.65;
        private static final double FACTOR = 3 / Math.pow(4, EXPONENT);

        Flatter(float k1, float b) {
            super(k1, b);
        }

        @Override
        protected float idf(long documentsWithWord, long documents) {
            return (float) (FACTOR * Math.pow(super.idf(documentsWithWord, documents), EXPONENT));
        }
    }
}
