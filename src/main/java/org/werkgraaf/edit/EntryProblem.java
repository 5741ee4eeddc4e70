package org.werkgraaf.edit;

/**
 * Why something that was filled in cannot be taken.
 *
 * @param part which of the forms of the page
 * @param field name of the field; empty when it is about the part
 * @param lang language of the text; empty when it has none
 * @param reason why not
 * @param given what was filled in; empty when nothing was
 */
public record EntryProblem(String part, String field, String lang, Reason reason, String given) {
    /** Why not. */
    public enum Reason {
        /** The content is refused without it. */
        MISSING,
        /** It is no day, month or year as the field takes them. */
        NO_DATE,
        /** It is no number. */
        NO_NUMBER,
        /** It is no address that begins with http. */
        NO_ADDRESS,
        /** Nothing is called so that the field takes. */
        NO_THING,
        /** Several things are called so. */
        SEVERAL_THINGS,
        /** The field takes other words. */
        NO_WORD,
        /** The field takes one value. */
        ONE_ONLY,
        /** Something is stated, and no place where a source says it. */
        NO_PLACE,
        /** No id can be made of the name, or it is none. */
        NO_ID,
        /** There is something of that id already. */
        TAKEN
    }
}
