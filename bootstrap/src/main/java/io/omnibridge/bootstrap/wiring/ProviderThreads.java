package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for one kind of background work that calls providers, a few for each provider: a provider that does not respond
 * delays only its own work. Each provider has a bounded queue. A provider without work has no threads. Thread-safe.
 */
final class ProviderThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderThreads.class);
    private static final int THREADS_PER_PROVIDER = 2;
    private static final Duration IDLE_TIME = Duration.ofSeconds(10);

    /** How long {@link #close} lets the queued work go on. */
    private static final Duration MAX_DRAIN = Duration.ofSeconds(5);

    private final String name;
    private final int maxQueued;
    private final Map<ProviderId, ThreadPoolExecutor> pools = new ConcurrentHashMap<>();
    private final Set<Object> submitted = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    /**
     * @param name of the work, for threads and log lines
     * @param maxQueued how many tasks of one provider may wait
     */
    ProviderThreads(String name, int maxQueued) {
        this.name = name;
        this.maxQueued = maxQueued;
    }

    /**
     * Has {@code task} run soon, unless the same task waits or runs already, the provider's queue is full, or this is closed.
     *
     * @param id identifies the task
     */
    void submit(ProviderId provider, Object id, Runnable task) {
        if (!isClosed && submitted.add(id)) {
            try {
                pools.computeIfAbsent(provider, this::newPool).execute(() -> run(provider, id, task));
            } catch (RejectedExecutionException e) {
                submitted.remove(id);
            }
        }
    }

    /** Accepts no further tasks, and waits up to {@link #MAX_DRAIN} for those that were accepted; then it interrupts them. */
    @Override
    public void close() {
        isClosed = true;
        long end = System.nanoTime() + MAX_DRAIN.toNanos();
        pools.values().forEach(ThreadPoolExecutor::shutdown);
        try {
            for (ThreadPoolExecutor pool : pools.values()) {
                if (!pool.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.info("{}: stopped before all queued work was done", name);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pools.values().forEach(ThreadPoolExecutor::shutdownNow);
    }

    /** Accepts no further tasks and drops those that wait. Running ones go on. */
    void stop() {
        isClosed = true;
        pools.values().forEach(pool -> {
            pool.getQueue().clear();
            pool.shutdown();
        });
    }

    private ThreadPoolExecutor newPool(ProviderId provider) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS_PER_PROVIDER,
                THREADS_PER_PROVIDER,
                IDLE_TIME.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(maxQueued),
                DaemonThreads.named(name + "-" + provider.value()));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Logs a failure without its message, which may contain a secret. The messages of {@link StoreUnavailable} never do. */
    private void run(ProviderId provider, Object id, Runnable task) {
        try {
            task.run();
        } catch (StoreUnavailable e) {
            LOG.warn("{} at {}: store unavailable: {}", name, provider.value(), e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "{} at {}: unexpected {}",
                    name,
                    provider.value(),
                    e.getClass().getName());
        } finally {
            submitted.remove(id);
        }
    }
}
