package org.werkgraaf.stream;

/**
 * How much of what changed is kept.
 *
 * @param stepsMax of how many releases, the last ones
 * @param daysMax of how many days, whatever the number of releases
 * @param stepBytesMax most bytes of statements that a release may change; what changes more is not told, and the stream begins anew
 */
public record StreamLimits(int stepsMax, int daysMax, long stepBytesMax) {
    /** Those of a service that says nothing else. */
    public static final StreamLimits DEFAULT = new StreamLimits(200, 400, 100_000_000);
}
