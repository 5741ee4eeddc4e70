package org.werkgraaf.curate;

import org.jspecify.annotations.Nullable;

/**
 * What a reader says.
 *
 * @param about id of the thing on whose page it was written
 * @param statement which statement of that page is meant: {@code [subject ][^]property=value}, {@code whole} for none in particular, or
 *     {@code missing} for one that is not there
 * @param read that statement as the reader read it; absent when no statement is meant
 * @param shouldBe what it should be
 * @param source address of a source that says so; absent when none was given
 * @param place the place in the source
 * @param lang language in which the reader read
 * @param release release that the reader saw
 */
public record ProposalText(
        String about,
        String statement,
        @Nullable String read,
        String shouldBe,
        @Nullable String source,
        @Nullable String place,
        String lang,
        String release) {
    /** For something about the thing as a whole. */
    public static final String WHOLE = "whole";
    /** For something that the page lacks. */
    public static final String MISSING = "missing";

    /** The same without what the reader wrote. */
    ProposalText withoutWords() {
        return new ProposalText(about, statement, read, "", null, null, lang, release);
    }
}
