package org.werkgraaf;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does what a start leaves to do, one thing after another in one thread: the processor that is left over belongs to whoever asks first.
 * What comes first is what visitors would wait for; what nobody waits for comes last.
 */
@Component
class AfterStart {
    private static final Logger LOG = LoggerFactory.getLogger(AfterStart.class);

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, waiting, AfterStart::thread);

    AfterStart() {
        worker.allowCoreThreadTimeOut(true);
        worker.setRejectedExecutionHandler((work, pool) -> LOG.debug("The service ends; what is left is not done"));
    }

    /**
     * Has something done when all that was added before is done.
     *
     * @param work ends when it is done, or gives what ends then; that it fails keeps nothing else from being done
     */
    void add(Callable<? extends Future<?>> work) {
        worker.execute(() -> {
            try {
                work.call().get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                LOG.error("What was to be done after the start failed", e.getCause());
            } catch (Exception e) {
                LOG.error("What was to be done after the start failed", e);
            }
        });
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        worker.shutdownNow();
    }

    /** Whether, within a time, nothing is being done any more after the end. */
    boolean isEnded(long time, TimeUnit unit) throws InterruptedException {
        return worker.awaitTermination(time, unit);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "after-start");
        thread.setDaemon(true);
        return thread;
    }
}
