package org.werkgraaf.index;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A set of documents of one index. */
final class Documents {
    private final FixedBitSet bits;
    private final int count;
    private int @Nullable [] ids;
    private int @Nullable [] others;

    Documents(FixedBitSet bits) {
        this.bits = bits;
        this.count = bits.cardinality();
    }

    boolean contains(int document) {
        return bits.get(document);
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** How many of them are in another set. */
    long countIn(FixedBitSet others) {
        return FixedBitSet.intersectionCount(bits, others);
    }

    /** How many documents the index has. */
    int outOf() {
        return bits.length();
    }

    /** Their numbers, ascending. */
    int[] ids() {
        if (ids == null) {
            ids = list(bits, count);
        }
        return ids;
    }

    /** The numbers of all other documents, ascending. */
    int[] others() {
        if (others == null) {
            FixedBitSet rest = bits.clone();
            rest.flip(0, rest.length());
            others = list(rest, rest.length() - count);
        }
        return others;
    }

    private static int[] list(FixedBitSet bits, int count) {
        int[] list = new int[count];
        int at = 0;
        for (int next = count == 0 ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(0);
                next != DocIdSetIterator.NO_MORE_DOCS;
                next = next + 1 < bits.length() ? bits.nextSetBit(next + 1) : DocIdSetIterator.NO_MORE_DOCS) {
            list[at++] = next;
        }
        return list;
    }
}
