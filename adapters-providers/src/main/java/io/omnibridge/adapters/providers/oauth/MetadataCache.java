package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.domain.account.ProviderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Cache of the metadata of issuers. One fetch at a time runs for each provider, and all callers wait for the same one. A failure is
 * cached for ten seconds, so that an issuer that does not respond costs its callers one wait and then none. Metadata is used for an
 * hour, or for a day while the issuer is unreachable. Thread-safe.
 */
final class MetadataCache {

    static final Duration FAILURE_KEPT = Duration.ofSeconds(10);

    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static final Duration MAX_AGE_IN_OUTAGE = Duration.ofHours(24);

    private final Clock clock;
    private final Executor threads = Executors.newCachedThreadPool(DaemonThreads.named("issuer-metadata"));
    private final Map<ProviderId, FetchedMetadata> fetched = new ConcurrentHashMap<>();
    private final Map<ProviderId, FailedFetch> failed = new ConcurrentHashMap<>();
    private final Map<ProviderId, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    MetadataCache(Clock clock) {
        this.clock = clock;
    }

    private record FetchedMetadata(IssuerMetadata metadata, Instant at) {}

    private record FailedFetch(Exception cause, Instant at) {}

    /**
     * Returns the metadata, and waits for {@code fetch} where it is needed.
     *
     * @param fetch reads the metadata; throws {@link RequestFailed} or {@link InvalidProviderResponse}
     * @throws RequestFailed if the issuer does not respond, or did not at the last fetch
     * @throws InvalidProviderResponse if the metadata is invalid, or was at the last fetch
     */
    IssuerMetadata get(ProviderId provider, Callable<IssuerMetadata> fetch, ProviderDeadline deadline)
            throws RequestFailed, InvalidProviderResponse {
        if (!answersAtOnce(provider)) {
            await(running.computeIfAbsent(provider, id -> start(id, fetch)), deadline);
        }
        Optional<IssuerMetadata> known = notOlderThan(MAX_AGE, provider);
        return known.isPresent() ? known.get() : inOutage(provider);
    }

    /** Returns the last metadata that was fetched, of whatever age up to a day. Never waits. */
    Optional<IssuerMetadata> known(ProviderId provider) {
        return notOlderThan(MAX_AGE_IN_OUTAGE, provider);
    }

    /** Returns whether {@link #get} would wait for nothing. */
    boolean answersAtOnce(ProviderId provider) {
        return notOlderThan(MAX_AGE, provider).isPresent()
                || Optional.ofNullable(failed.get(provider))
                        .filter(failure -> isYounger(failure.at(), FAILURE_KEPT))
                        .isPresent();
    }

    private CompletableFuture<Void> start(ProviderId provider, Callable<IssuerMetadata> fetch) {
        return CompletableFuture.runAsync(() -> run(provider, fetch), threads);
    }

    /** Caches the result before the fetch counts as ended. A caller that came too late for the fetch before starts no other one. */
    private void run(ProviderId provider, Callable<IssuerMetadata> fetch) {
        try {
            if (!answersAtOnce(provider)) {
                fetch(provider, fetch);
            }
        } finally {
            running.remove(provider);
        }
    }

    private void fetch(ProviderId provider, Callable<IssuerMetadata> fetch) {
        try {
            fetched.put(provider, new FetchedMetadata(fetch.call(), clock.instant()));
            failed.remove(provider);
        } catch (Exception e) {
            failed.put(provider, new FailedFetch(e, clock.instant()));
        }
    }

    private static void await(CompletableFuture<Void> fetch, ProviderDeadline deadline) {
        fetch.copy()
                .completeOnTimeout(null, deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private IssuerMetadata inOutage(ProviderId provider) throws RequestFailed, InvalidProviderResponse {
        Optional<IssuerMetadata> last = notOlderThan(MAX_AGE_IN_OUTAGE, provider);
        if (last.isPresent()) {
            return last.get();
        }
        Optional<Exception> cause = Optional.ofNullable(failed.get(provider)).map(FailedFetch::cause);
        if (cause.isPresent() && cause.get() instanceof InvalidProviderResponse invalid) {
            throw new InvalidProviderResponse(String.valueOf(invalid.getMessage()));
        }
        throw new RequestFailed(cause.filter(RequestFailed.class::isInstance)
                .map(failure -> String.valueOf(failure.getMessage()))
                .orElse("no response in time"));
    }

    private Optional<IssuerMetadata> notOlderThan(Duration age, ProviderId provider) {
        return Optional.ofNullable(fetched.get(provider))
                .filter(it -> isYounger(it.at(), age))
                .map(FetchedMetadata::metadata);
    }

    private boolean isYounger(Instant at, Duration age) {
        return clock.instant().isBefore(at.plus(age));
    }
}
