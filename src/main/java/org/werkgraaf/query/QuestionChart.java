package org.werkgraaf.query;

/**
 * How the rows of a saved question are drawn.
 *
 * @param kind bars lie and suit names; columns stand and suit years
 * @param label variable that names a bar
 * @param value variable that gives its length
 */
public record QuestionChart(Kind kind, String label, String value) {
    /** The kinds of charts. */
    public enum Kind {
        BARS,
        COLUMNS
    }
}
