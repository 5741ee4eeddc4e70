package org.werkgraaf.store;

/** What a running query answers to: asked at each step whether it may go on, told what it keeps in memory. */
public interface Watch {
    /**
     * Asks whether the query may go on.
     *
     * @throws org.apache.jena.query.QueryCancelledException when it may not
     */
    void check();

    /**
     * Says that the query keeps so many bytes more.
     *
     * @throws org.apache.jena.query.QueryCancelledException when that is more than it may
     */
    void keep(long bytes);

    /** Says that so many bytes are free again. */
    void release(long bytes);

    /**
     * Says that the query makes a text.
     *
     * @param length of the text, in characters
     * @throws org.apache.jena.query.QueryCancelledException when that is longer than a text may be
     */
    void text(long length);

    /** Whether the query made texts, so that rows with them are larger than rows of terms that the store holds. */
    boolean madeTexts();

    /**
     * Says how much the texts of one row take.
     *
     * @param bytes of all texts in the row
     * @throws org.apache.jena.query.QueryCancelledException when that is more than a row may hold
     */
    void row(long bytes);
}
