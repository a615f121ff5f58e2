package io.omnibridge.adapters.http.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when keys are fetched: on schedule, and when somebody needs new ones, but then at most once per cool-down. There is
 * never more than one fetch under way, on a thread of its own. Thread-safe.
 */
final class JwksRefresh implements AutoCloseable {

    /** More requests than this do not wait: made-up key ids must not hold every thread that serves users. */
    private static final int MAX_WAITING = 32;

    private final BooleanSupplier fetch;
    private final JwksLimits limits;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, JwksRefresh::daemon);
    private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);
    private @Nullable ScheduledFuture<?> next;
    private Instant latestBegan = Instant.MIN;

    /** @param fetch answers whether it succeeded */
    JwksRefresh(BooleanSupplier fetch, JwksLimits limits, Clock clock) {
        this.fetch = fetch;
        this.limits = limits;
        this.clock = clock;
    }

    /** Fetches, now and from now on; returns at once. */
    synchronized void start() {
        if (latest.isDone() && !thread.isShutdown()) {
            latestBegan = clock.instant();
            latest = CompletableFuture.runAsync(this::fetchAndPlanNext, thread);
        }
    }

    /**
     * Waits for the fetch under way, or for a new one if the cool-down is over. Returns at once where there is nothing to
     * wait for, or too many wait already. Says nothing about the outcome.
     */
    void await() {
        CompletableFuture<Void> awaited = startUnlessCoolingDown();
        if (awaited.isDone() || !waiting.tryAcquire()) {
            return;
        }
        try {
            awaited.get(limits.fetchTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return;
        } finally {
            waiting.release();
        }
    }

    /** Ends the thread, in the middle of a fetch if need be; nobody waits for it any longer. */
    @Override
    public synchronized void close() {
        thread.shutdownNow();
        latest.cancel(false);
    }

    private synchronized CompletableFuture<Void> startUnlessCoolingDown() {
        Duration since = Duration.between(latestBegan, clock.instant());
        boolean coolingDown = !since.isNegative() && since.compareTo(limits.coolDown()) < 0;
        if (!coolingDown) {
            start();
        }
        return latest;
    }

    private void fetchAndPlanNext() {
        Duration delay = limits.coolDown();
        try {
            delay = fetch.getAsBoolean() ? limits.refreshInterval() : limits.coolDown();
        } finally {
            planNext(delay);
        }
    }

    /** Counts from the latest fetch, whoever asked for it. */
    private synchronized void planNext(Duration delay) {
        if (next != null) {
            next.cancel(false);
        }
        if (!thread.isShutdown()) {
            next = thread.schedule(this::start, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "jwks-refresh");
        thread.setDaemon(true);
        return thread;
    }
}
