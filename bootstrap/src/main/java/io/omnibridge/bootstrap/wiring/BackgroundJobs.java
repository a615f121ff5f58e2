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
 * Periodic background work, each job on a thread of its own: a job that hangs delays no other. A job that fails is logged and
 * runs again at its next turn. Not thread-safe: one thread adds the jobs and closes this.
 */
final class BackgroundJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundJobs.class);

    /** How long {@link #close} waits for a running job. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("background-jobs"));
    private final List<Future<?>> scheduled = new ArrayList<>();

    /** Runs {@code job} again and again: one {@code period} from now, and one period after each end. */
    BackgroundJobs every(Duration period, String name, Runnable job) {
        executor.setCorePoolSize(scheduled.size() + 1);
        scheduled.add(executor.scheduleWithFixedDelay(
                () -> run(name, job), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS));
        return this;
    }

    /** Runs {@code job} once, after {@code delay}. */
    void after(Duration delay, String name, Runnable job) {
        executor.setCorePoolSize(scheduled.size() + 1);
        scheduled.add(executor.schedule(() -> run(name, job), delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Starts no further job, waits for running ones up to {@link #MAX_WAIT}, and then interrupts them. */
    @Override
    public void close() {
        scheduled.forEach(job -> job.cancel(false));
        executor.shutdown();
        try {
            if (!executor.awaitTermination(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Logs a failure without its message, which may contain a secret. The messages of {@link StoreUnavailable} never do. */
    private static void run(String name, Runnable job) {
        try {
            job.run();
        } catch (StoreUnavailable e) {
            LOG.warn("{}: store unavailable: {}", name, e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("{}: unexpected {}", name, e.getClass().getName());
        }
    }
}
