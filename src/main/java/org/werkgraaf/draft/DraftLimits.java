package org.werkgraaf.draft;

/**
 * What changes that wait may take.
 *
 * @param openMax most of which something may still come
 * @param perPersonMax how many of those may be of one person
 * @param journalBytesMax size of the file beyond which no more are taken; answers always are
 * @param textLengthMax longest words about one, in characters
 */
public record DraftLimits(int openMax, int perPersonMax, long journalBytesMax, int textLengthMax) {}
