package io.omnibridge.bootstrap;

import io.omnibridge.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done beside requests, again and again: one thing at a time, on one thread. A pass that fails is told of, and comes
 * again. Thread-safe.
 */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** How long a pass that is under way may take to end when the service stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread upkeep = new Thread(task, "upkeep");
        upkeep.setDaemon(true);
        return upkeep;
    });

    /** Does {@code pass} after each {@code period}, for the first time after the first one. */
    Upkeep every(Duration period, String name, Runnable pass) {
        thread.scheduleWithFixedDelay(
                () -> run(name, pass), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Lets no further pass begin, and waits for the one that is under way, bounded. */
    @Override
    public void close() {
        end(thread);
    }

    private static void end(ExecutorService thread) {
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
