package org.werkgraaf.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/** All documents in one order, in memory; equals are ordered by id, so that there is a place between any two. */
final class DocumentOrder {
    private final int[] documents;
    private final int[] ranks;

    private DocumentOrder(int[] documents) {
        this.documents = documents;
        this.ranks = new int[documents.length];
        for (int i = 0; i < documents.length; i++) {
            ranks[documents[i]] = i;
        }
    }

    static DocumentOrder byId(IndexReader reader) throws IOException {
        int[] ids = ordinals(reader, Fields.ID);
        int[] documents = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            documents[ids[i]] = i;
        }
        return new DocumentOrder(documents);
    }

    static DocumentOrder byLabel(IndexReader reader, String lang, DocumentOrder ids) throws IOException {
        int[] labels = ordinals(reader, Fields.in(Fields.SORT_LABEL, lang));
        return by(document -> labels[document], ids);
    }

    /** Entities without a date come last in both directions. */
    static DocumentOrder byDate(IndexReader reader, boolean descending, DocumentOrder ids) throws IOException {
        int[] days = new int[reader.maxDoc()];
        Arrays.fill(days, Integer.MAX_VALUE);
        @Nullable NumericDocValues values = MultiDocValues.getNumericValues(reader, Fields.SORT_DATE);
        if (values != null) {
            for (int document = values.nextDoc();
                    document != NumericDocValues.NO_MORE_DOCS;
                    document = values.nextDoc()) {
                int day = (int) values.longValue();
                days[document] = descending ? -day : day;
            }
        }
        return by(document -> days[document], ids);
    }

    private static DocumentOrder by(IntUnaryOperator value, DocumentOrder ids) {
        long[] keys = new long[ids.documents.length];
        for (int document = 0; document < keys.length; document++) {
            keys[document] = (long) value.applyAsInt(document) << 32 | ids.ranks[document];
        }
        Arrays.sort(keys);
        int[] documents = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            documents[i] = ids.documents[(int) keys[i]];
        }
        return new DocumentOrder(documents);
    }

    private static int[] ordinals(IndexReader reader, String field) throws IOException {
        int[] ordinals = new int[reader.maxDoc()];
        @Nullable SortedDocValues found = MultiDocValues.getSortedValues(reader, field);
        SortedDocValues values = found == null ? DocValues.emptySorted() : found;
        for (int document = 0; document < ordinals.length; document++) {
            ordinals[document] = values.advanceExact(document) ? values.ordValue() : -1;
        }
        return ordinals;
    }

    /** Where a document stands, from zero. */
    int rank(int document) {
        return ranks[document];
    }

    /**
     * The first documents of a set.
     *
     * @param after they stand behind this rank; -1 for all
     * @param most how many
     */
    int[] first(Documents set, int after, int most) {
        // Many matches: walking the order finds them soon. Few: sorting them is cheaper than walking far.
        return (long) set.count() * set.count() > (long) most * documents.length
                ? walk(set, after, most)
                : sorted(set, after, most);
    }

    private int[] walk(Documents set, int after, int most) {
        int[] found = new int[Math.min(most, set.count())];
        int count = 0;
        for (int i = after + 1; i < documents.length && count < found.length; i++) {
            if (set.contains(documents[i])) {
                found[count++] = documents[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int[] sorted(Documents set, int after, int most) {
        return Arrays.stream(set.ids())
                .map(document -> ranks[document])
                .filter(rank -> rank > after)
                .sorted()
                .limit(most)
                .map(rank -> documents[rank])
                .toArray();
    }
}
