package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.LongHeap;

/**
 * The values of one facet for all documents, in memory: 4 bytes for each document and each value that it has. Counting costs a
 * step for each value of each document that is counted.
 */
final class FacetColumn {
    private final String[] values;
    /** Where the values of a document begin in {@link #ordinals}; those of the next one follow. */
    private final int[] starts;

    private final int[] ordinals;
    private final int[] all;

    private FacetColumn(String[] values, int[] starts, int[] ordinals) {
        this.values = values;
        this.starts = starts;
        this.ordinals = ordinals;
        this.all = new int[values.length];
        for (int ordinal : ordinals) {
            all[ordinal]++;
        }
    }

    /** Reads the columns of all facets, by dimension. */
    static Map<String, FacetColumn> read(IndexReader reader) throws IOException {
        Map<String, Reading> readings = new HashMap<>();
        for (Facet facet : Facet.values()) {
            readings.put(facet.dimension(false), new Reading(reader.maxDoc()));
            readings.putIfAbsent(facet.dimension(true), new Reading(reader.maxDoc()));
        }
        SortedSetDocValues values = MultiDocValues.getSortedSetValues(reader, FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
        if (values != null) {
            Reading[] byOrdinal = new Reading[(int) values.getValueCount()];
            int[] local = new int[byOrdinal.length];
            for (int i = 0; i < byOrdinal.length; i++) {
                String[] path = FacetsConfig.stringToPath(values.lookupOrd(i).utf8ToString());
                byOrdinal[i] = Objects.requireNonNull(readings.get(path[0]));
                local[i] = byOrdinal[i].addValue(path[1]);
            }
            for (int document = 0; document < reader.maxDoc(); document++) {
                if (values.advanceExact(document)) {
                    for (int i = values.docValueCount(); i > 0; i--) {
                        int ordinal = (int) values.nextOrd();
                        byOrdinal[ordinal].add(local[ordinal]);
                    }
                }
                for (Reading reading : readings.values()) {
                    reading.endOf(document);
                }
            }
        }
        Map<String, FacetColumn> columns = new HashMap<>();
        readings.forEach((dimension, reading) -> columns.put(dimension, reading.column()));
        return columns;
    }

    /** How often each value occurs in the documents. */
    int[] count(Documents documents) {
        if (documents.count() > documents.outOf() / 2) {
            int[] counts = all.clone();
            add(counts, documents.others(), -1);
            return counts;
        }
        int[] counts = new int[values.length];
        add(counts, documents.ids(), 1);
        return counts;
    }

    private void add(int[] counts, int[] documents, int step) {
        for (int document : documents) {
            for (int i = starts[document]; i < starts[document + 1]; i++) {
                counts[ordinals[i]] += step;
            }
        }
    }

    /** The values with the highest counts, at most so many, highest first; values that do not occur are left out. */
    List<Counted> top(int[] counts, int most) {
        LongHeap heap = new LongHeap(Math.max(1, Math.min(most, counts.length)));
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                heap.insertWithOverflow((long) counts[ordinal] << 32 | Integer.MAX_VALUE - ordinal);
            }
        }
        List<Counted> top = new ArrayList<>(heap.size());
        while (heap.size() > 0) {
            long least = heap.pop();
            top.add(new Counted(values[Integer.MAX_VALUE - (int) least], (int) (least >>> 32)));
        }
        java.util.Collections.reverse(top);
        return top;
    }

    /** The values that occur, each with the first document that has it. */
    Map<String, Integer> firsts() {
        Map<String, Integer> firsts = new HashMap<>();
        for (int document = 0; document + 1 < starts.length; document++) {
            for (int i = starts[document]; i < starts[document + 1]; i++) {
                firsts.putIfAbsent(values[ordinals[i]], document);
            }
        }
        return firsts;
    }

    /** All values that some document has. */
    List<String> values() {
        return List.of(values);
    }

    int size() {
        return values.length;
    }

    /** A value and how often it occurs. */
    record Counted(String value, int count) {}

    private static final class Reading {
        private final List<String> values = new ArrayList<>();
        private final int[] starts;
        private int[] ordinals = new int[1024];
        private int size;

        Reading(int documents) {
            starts = new int[documents + 1];
        }

        int addValue(String value) {
            values.add(value);
            return values.size() - 1;
        }

        void add(int ordinal) {
            ordinals = ArrayUtil.grow(ordinals, size + 1);
            ordinals[size++] = ordinal;
        }

        void endOf(int document) {
            starts[document + 1] = size;
        }

        FacetColumn column() {
            return new FacetColumn(values.toArray(String[]::new), starts, Arrays.copyOf(ordinals, size));
        }
    }
}
