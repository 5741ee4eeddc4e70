package org.werkgraaf;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the JVM to hand free heap back to the machine. Publishing needs much memory for a few seconds; without this the process
 * would keep it. These options can be set while the JVM runs, so the plain {@code java -jar} has them too.
 */
final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final Map<String, String> OPTIONS =
            Map.of("MinHeapFreeRatio", "10", "MaxHeapFreeRatio", "25", "G1PeriodicGCInterval", "10000");

    private Memory() {}

    static void giveBackWhatIsFree() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        OPTIONS.forEach((name, value) -> {
            try {
                jvm.setVMOption(name, value);
            } catch (IllegalArgumentException e) {
                LOG.debug("This JVM does not take {}: {}", name, e.getMessage());
            }
        });
    }
}
