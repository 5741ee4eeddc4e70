package org.werkgraaf.draft;

/**
 * What changes that wait may take.
 *
 * @param openMax most of which something may still come
 * @param perPersonMax how many of those may be of one person
 * @param bytesPerPersonMax how much those of one person may take, those too that ended and are not forgotten
 * @param endedDaysMax how long those are kept that ended, in days; they go when the file is written anew
 * @param journalBytesMax size of the file beyond which no more are taken; answers always are
 * @param textLengthMax longest words about one, in characters
 */
public record DraftLimits(
        int openMax,
        int perPersonMax,
        long bytesPerPersonMax,
        int endedDaysMax,
        long journalBytesMax,
        int textLengthMax) {}
