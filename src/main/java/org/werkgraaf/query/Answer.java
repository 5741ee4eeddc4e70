package org.werkgraaf.query;

/**
 * An answer as it is sent.
 *
 * @param body its bytes, to be closed by whoever sends it
 * @param contentType what they are
 * @param cutBy the setting and value that cut it, such as {@code werkgraaf.sparql.rows-max=10000}; empty when it is whole
 * @param release the release that it comes from
 * @param repeatable whether the same question gives the same answer in the same release
 */
public record Answer(AnswerBody body, String contentType, String cutBy, String release, boolean repeatable) {}
