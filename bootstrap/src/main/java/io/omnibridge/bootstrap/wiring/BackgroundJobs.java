package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done beside requests, again and again: one thing at a time, on one thread. A pass that fails is told of, and comes
 * again. Passes are added before anybody closes it.
 */
final class BackgroundJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundJobs.class);

    /** How long a pass that is under way may take to end when the service stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("background-jobs"));
    private final List<Future<?>> passes = new ArrayList<>();

    /** Does {@code pass} after each {@code period}, for the first time after the first one. */
    BackgroundJobs every(Duration period, String name, Runnable pass) {
        passes.add(thread.scheduleWithFixedDelay(
                () -> run(name, pass), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS));
        return this;
    }

    /** Lets no further pass begin, and waits for the one that is under way, bounded. */
    @Override
    public void close() {
        passes.forEach(pass -> pass.cancel(false));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever a fault says goes nowhere: it may have anything in it. */
    private static void run(String name, Runnable pass) {
        try {
            pass.run();
        } catch (StoreUnavailable e) {
            LOG.warn("{}: store unavailable: {}", name, e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("{}: unexpected {}", name, e.getClass().getName());
        }
    }
}
