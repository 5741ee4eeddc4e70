package org.werkgraaf.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import org.apache.jena.sys.JenaSystem;
import org.werkgraaf.publish.SyntheticRelease;

/** Builds the index of a loaded store as publishing does; prints seconds and the most heap that was in use. */
final class IndexBuild {
    private IndexBuild() {}

    /** @param args the service's folder */
    public static void main(String[] args) throws IOException {
        JenaSystem.init();
        Path var = Path.of(args[0]);
        long start = System.nanoTime();
        SyntheticRelease.index(var);
        System.out.println("seconds " + (System.nanoTime() - start) / 1_000_000_000);
        System.out.println("peakHeapMegabytes " + peakHeapBytes() / 1_000_000);
    }

    /** The peaks of the pools do not fall together: the sum is an upper limit. */
    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
