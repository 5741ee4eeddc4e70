package org.werkgraaf.edit;

/** What is typed into a field. */
public enum FieldKind {
    /** A text in each of several languages. */
    TEXTS,
    /** A text without a language. */
    TEXT,
    /** A day, month or year, as far as the field allows. */
    DATE,
    /** A whole or decimal number. */
    NUMBER,
    /** One of a list of words. */
    WORD,
    /** A thing of this graph, of one of some classes or of one scheme. */
    THING,
    /** The address of a page elsewhere. */
    ADDRESS
}
