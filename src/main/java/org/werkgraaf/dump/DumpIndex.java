package org.werkgraaf.dump;

import java.util.List;

/**
 * What a dump consists of.
 *
 * @param release id of the release that it holds
 * @param files its files in the order of their names
 */
public record DumpIndex(String release, List<DumpFile> files) {
    /** Keeps its own list. */
    public DumpIndex {
        files = List.copyOf(files);
    }
}
