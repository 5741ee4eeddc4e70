package org.werkgraaf.query;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.query.QueryStoppedException.Limit;

/**
 * The net under what is counted: looks after each collection how full the heap is, and ends the query that has taken most when there
 * is hardly any room left, before anybody else runs out of it.
 */
final class HeapWatch implements AutoCloseable {
    /** What is in use after any collection; some of it may be rubbish that was not looked at. */
    private static final double FULL = 0.93;
    /** What is in use after a collection that looked at all of it. */
    private static final double FULL_AFTER_ALL = 0.85;

    private static final long PAUSE_NANOS = 1_000_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Collection<Meter> running;
    private final long heap = Runtime.getRuntime().maxMemory();
    private volatile long stopped = System.nanoTime() - PAUSE_NANOS;
    private final NotificationListener listener = (notification, nothing) -> look(notification);

    /** @param running the queries that run, as they come and go */
    HeapWatch(Collection<Meter> running) {
        this.running = running;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    /** What a thread has taken of the heap since it began; none of it may be left. */
    static long allocated(long thread) {
        return THREADS.getThreadAllocatedBytes(thread);
    }

    private void look(Notification notification) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        GarbageCollectionNotificationInfo info =
                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> isHeap(pool.getKey()))
                .map(pool -> pool.getValue())
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        boolean all = info.getGcAction().equals("end of major GC");
        // What an ended query held is rubbish that only a thorough collection sees.
        boolean soon = System.nanoTime() - stopped < PAUSE_NANOS;
        if (isFull(used, heap, all) && (all || !soon)) {
            stopOne(used);
            stopped = System.nanoTime();
        }
    }

    private static boolean isHeap(String pool) {
        return pool.endsWith("Gen") || pool.endsWith("Space") && !pool.contains("Compressed");
    }

    static boolean isFull(long used, long heap, boolean lookedAtAll) {
        return used > heap * (lookedAtAll ? FULL_AFTER_ALL : FULL);
    }

    /** Ends the query that has taken most; the others can then go on. */
    void stopOne(long used) {
        Optional<Meter> heaviest = running.stream()
                .filter(meter -> meter.reason() == null)
                .max(Comparator.comparingLong(Meter::allocated));
        heaviest.ifPresent(meter -> {
            LOG.warn("The heap is nearly full, with {} of {} bytes; a query is ended", used, heap);
            meter.stop(new QueryStoppedException(
                    Limit.MEMORY,
                    "The memory of the service, " + heap
                            + " bytes, is nearly full, and of the queries that run this one took"
                            + " most. Ask for less, or try again later."));
        });
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    LOG.debug("Nobody listened to {}", collector.getName(), e);
                }
            }
        }
    }
}
