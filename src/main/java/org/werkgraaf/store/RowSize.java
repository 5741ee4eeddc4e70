package org.werkgraaf.store;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/** What rows and the terms in them take of the memory, in bytes: estimates on the high side. */
public final class RowSize {
    /** What a row of TDB2 with its maps takes, and what each variable adds. */
    private static final int ROW = 300;

    private static final int VARIABLE = 100;
    /** Names of datatypes up to this length are those that everybody uses, of which there is one for all. */
    private static final int SHORT_NAME = 100;

    private RowSize() {}

    /**
     * A row that is kept.
     *
     * @param texts whether the query made texts; what is in the store has its place in memory already
     */
    static long of(Binding row, boolean texts) {
        return ROW + (long) VARIABLE * row.size() + (texts ? texts(row) : 0);
    }

    /** The texts of a row. */
    static long texts(Binding row) {
        long[] sum = {0};
        row.forEach((variable, value) -> sum[0] += text(value));
        return sum[0];
    }

    /** The text of a term: two bytes for each character of what it is written with. */
    public static long text(Node value) {
        if (value.isURI()) {
            return 2L * value.getURI().length();
        }
        if (!value.isLiteral()) {
            return 0;
        }
        String datatype = value.getLiteralDatatypeURI();
        long name = datatype == null || datatype.length() <= SHORT_NAME ? 0 : datatype.length();
        return 2L
                * (value.getLiteralLexicalForm().length()
                        + value.getLiteralLanguage().length()
                        + name);
    }
}
