package io.omnibridge.adapters.support.jwks;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
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
 * Schedule of fetches: at a fixed interval, and when a token needs a new key, but then at most once per cool-down. At most one
 * fetch runs at a time, on a daemon thread of this object. Thread-safe.
 */
final class JwksRefresh implements AutoCloseable {

    private final BooleanSupplier fetch;
    private final JwksLimits limits;
    private final Clock clock;
    private final Semaphore waiting;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("jwks-refresh"));

    private CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);
    private @Nullable ScheduledFuture<?> next;
    private Instant latestBegan = Instant.MIN;

    /** @param fetch returns whether it succeeded */
    JwksRefresh(BooleanSupplier fetch, JwksLimits limits, Clock clock) {
        this.fetch = fetch;
        this.limits = limits;
        this.clock = clock;
        this.waiting = new Semaphore(limits.maxWaiting());
    }

    /** Starts a fetch and the schedule; returns at once. */
    synchronized void start() {
        if (latest.isDone() && !thread.isShutdown()) {
            latestBegan = clock.instant();
            latest = CompletableFuture.runAsync(this::fetchAndPlanNext, thread);
        }
    }

    /**
     * Waits for the fetch under way, or for a new one if the cool-down is over. Returns at once if there is no such fetch, or
     * if {@link JwksLimits#maxWaiting()} threads wait already. Does not report whether the fetch succeeded.
     */
    void await(Duration timeout) {
        await(startUnlessCoolingDown(), timeout);
    }

    /**
     * Waits for a fetch that begins after this call; one that is under way may have read the keys too early. Callers that wait at the
     * same time share it.
     */
    void force(Duration timeout) {
        await(latest(), timeout.dividedBy(2));
        start();
        await(latest(), timeout.dividedBy(2));
    }

    private synchronized CompletableFuture<Void> latest() {
        return latest;
    }

    private void await(CompletableFuture<Void> awaited, Duration timeout) {
        if (awaited.isDone() || !waiting.tryAcquire()) {
            return;
        }
        try {
            awaited.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return;
        } finally {
            waiting.release();
        }
    }

    /** Stops the thread, also during a fetch, and releases every waiting thread. */
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

    /** Counts from the latest fetch, whether the schedule or a token caused it. */
    private synchronized void planNext(Duration delay) {
        if (next != null) {
            next.cancel(false);
        }
        if (!thread.isShutdown()) {
            next = thread.schedule(this::start, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
