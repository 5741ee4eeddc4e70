package org.werkgraaf.web;

import java.util.function.BooleanSupplier;

/**
 * How much people may do who change the content.
 *
 * @param looksMax how many changes are looked at, or wait for it, at a time
 * @param looksPerPersonMax how many of those may be of one person
 * @param waitSecondsMax how long a look waits while a release is being made
 * @param fourEyes whether nobody publishes a change of his own
 * @param wordsLengthMax longest words with which a change is refused or sent back, in characters
 * @param kept whether changes that wait are kept, so that there can be some
 * @param open whether anybody could sign in to edit
 */
public record EditSettings(
        int looksMax,
        int looksPerPersonMax,
        int waitSecondsMax,
        boolean fourEyes,
        int wordsLengthMax,
        boolean kept,
        BooleanSupplier open) {}
