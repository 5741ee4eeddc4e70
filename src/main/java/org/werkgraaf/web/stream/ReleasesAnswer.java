package org.werkgraaf.web.stream;

import java.util.List;

/**
 * How the release that is served came to be.
 *
 * @param release its id
 * @param since when the release came out before which nothing is told
 * @param steps one release after the other, oldest first
 */
record ReleasesAnswer(String release, String since, List<PatchedRelease> steps) {
    /**
     * @param step its name for ever
     * @param release id of the release
     * @param time when it came out
     * @param digest of all its statements
     * @param before id of the release before it
     * @param beforeDigest digest of that
     * @param removed statements that went
     * @param added statements that came
     * @param things how many things came, changed or went
     * @param patch where the statements are
     * @param sha256 digest of the patch
     */
    record PatchedRelease(
            String step,
            String release,
            String time,
            String digest,
            String before,
            String beforeDigest,
            long removed,
            long added,
            int things,
            String patch,
            String sha256) {}
}
