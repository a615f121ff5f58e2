package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RevocationWorkers;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that attempt pending revocations, a few for each provider: a provider that does not respond delays its own revocations
 * only. A queue is bounded. What does not fit stays pending in the store, and is submitted again by the next scan. Thread-safe.
 */
final class RevocationThreads implements RevocationWorkers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationThreads.class);
    private static final int THREADS_PER_PROVIDER = 2;
    private static final int MAX_QUEUED_PER_PROVIDER = 1_000;
    private static final Duration IDLE_TIME = Duration.ofSeconds(10);

    /** How long attempts may go on when the service stops. What is left stays pending. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Consumer<PendingRevocation> attempt;
    private final Map<ProviderId, ThreadPoolExecutor> pools = new ConcurrentHashMap<>();
    private final Set<PendingRevocationId> submitted = ConcurrentHashMap.newKeySet();

    RevocationThreads(RevokeGrant revokeGrant) {
        this(revocation -> revokeGrant.revoke(revocation));
    }

    /** @param attempt attempts one revocation, on a thread of its provider */
    RevocationThreads(Consumer<PendingRevocation> attempt) {
        this.attempt = Objects.requireNonNull(attempt);
    }

    @Override
    public void submit(PendingRevocation revocation) {
        if (submitted.add(revocation.id())) {
            try {
                pool(revocation.account().provider()).execute(() -> run(revocation));
            } catch (RejectedExecutionException e) {
                submitted.remove(revocation.id());
            }
        }
    }

    /** Takes no further revocations, and waits for the attempts that were submitted, for a bounded time. */
    @Override
    public void close() {
        pools.values().forEach(ThreadPoolExecutor::shutdown);
        try {
            long end = System.nanoTime() + DRAIN.toNanos();
            for (ThreadPoolExecutor pool : pools.values()) {
                pool.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pools.values().forEach(ThreadPoolExecutor::shutdownNow);
    }

    private ThreadPoolExecutor pool(ProviderId provider) {
        return pools.computeIfAbsent(provider, RevocationThreads::newPool);
    }

    /** A pool without work has no threads. */
    private static ThreadPoolExecutor newPool(ProviderId provider) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS_PER_PROVIDER,
                THREADS_PER_PROVIDER,
                IDLE_TIME.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(MAX_QUEUED_PER_PROVIDER),
                DaemonThreads.named("revoke-" + provider.value()));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** The text of an unexpected failure is not logged: it may contain anything. */
    private void run(PendingRevocation revocation) {
        String provider = revocation.account().provider().value();
        try {
            attempt.accept(revocation);
        } catch (StoreUnavailable e) {
            LOG.warn("{}: revocation delayed, store unavailable: {}", provider, e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "{}: revocation delayed, unexpected {}",
                    provider,
                    e.getClass().getName());
        } finally {
            submitted.remove(revocation.id());
        }
    }
}
