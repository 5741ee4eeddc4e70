package org.werkgraaf.index;

import java.time.Instant;

/**
 * The present state of one thing.
 *
 * @param digest of what the graph holds of it, 16 hexadecimal digits
 * @param since when the release came out in which it became so
 */
public record Change(String digest, Instant since) {}
