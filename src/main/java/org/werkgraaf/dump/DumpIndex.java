package org.werkgraaf.dump;

import java.util.List;
import java.util.Objects;

/**
 * What a dump consists of.
 *
 * @param release id of the release that it holds
 * @param files its files in the order of their names
 */
public record DumpIndex(String release, List<DumpFile> files) {
    /** Keeps its own list. */
    public DumpIndex {
        Objects.requireNonNull(release, "release");
        files = List.copyOf(files);
    }
}
