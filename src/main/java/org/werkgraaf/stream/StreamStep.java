package org.werkgraaf.stream;

import java.util.Map;

/**
 * What one release changed.
 *
 * @param name tells it apart from all others for ever: two releases of one day may say the same, and have the same id
 * @param release id of the release
 * @param publishedAt when it came out, as ISO 8601 in UTC
 * @param digest of all its graphs that say something: SHA-256 over the lines {@code <iri of the graph> <SHA-256 of its sorted N-Triples>}, sorted
 * @param before id of the release before it
 * @param beforeDigest the same digest of that
 * @param removed statements that went
 * @param added statements that came
 * @param things how many things came, changed or went, by the segment of their class
 * @param patchSha256 SHA-256 of the patch, unpacked, in hexadecimal
 */
public record StreamStep(
        String name,
        String release,
        String publishedAt,
        String digest,
        String before,
        String beforeDigest,
        long removed,
        long added,
        Map<String, Integer> things,
        String patchSha256) {
    /** How many things of a class it changed; of all classes when none is named. */
    public int things(String segment) {
        return segment.isEmpty()
                ? things.values().stream().mapToInt(Integer::intValue).sum()
                : things.getOrDefault(segment, 0);
    }
}
