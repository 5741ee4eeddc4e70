package org.werkgraaf.dump;

import java.util.Objects;

/**
 * One file of a dump.
 *
 * @param name its path within the dump with forward slashes, such as {@code csv/Case.csv}
 * @param mediaType what it is, such as {@code text/csv}
 * @param bytes how large it is
 * @param sha256 its digest in hexadecimal
 */
public record DumpFile(String name, String mediaType, long bytes, String sha256) {
    /** Refuses what a damaged index lacks. */
    public DumpFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(sha256, "sha256");
    }
}
