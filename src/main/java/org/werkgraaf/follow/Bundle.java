package org.werkgraaf.follow;

import java.util.regex.Pattern;
import org.werkgraaf.store.Manifest;

/**
 * A release in one file, as a list names it. The file has a name of its own and never changes.
 *
 * @param file its name beside the list
 * @param release id of the release
 * @param contentDigest SHA-256 over the files from which it was made
 * @param format names the code that made it
 * @param publishedAt when it was published
 * @param bytes how large the file is
 * @param releaseBytes how much its files take when they are unpacked
 * @param sha256 of the file, in hexadecimal
 */
record Bundle(
        String file,
        String release,
        String contentDigest,
        String format,
        String publishedAt,
        long bytes,
        long releaseBytes,
        String sha256) {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Whether a list may say that: a name that stays in its folder, a digest, and sizes that can be. */
    boolean isPlausible() {
        return FILE.matcher(file).matches()
                && SHA256.matcher(sha256).matches()
                && !release.isEmpty()
                && bytes > 0
                && releaseBytes > 0;
    }

    /** What tells it apart from a bundle that holds something else. */
    String key() {
        return key(release, contentDigest, format);
    }

    /** The same of a release that is here. */
    static String key(Manifest release) {
        return key(release.release().id(), release.release().contentDigest(), release.format());
    }

    private static String key(String release, String contentDigest, String format) {
        return release + " " + contentDigest + " " + format;
    }

    /** Whether it holds the same as a release that is here. */
    boolean holds(Manifest other) {
        return key().equals(key(other));
    }
}
