package io.omnibridge.application.credentials;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** One circuit breaker per provider, for refreshes. They know nothing of other nodes. Thread-safe. */
final class ProviderBreakers {

    private final Map<ProviderId, ProviderBreaker> breakers = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final RefreshEvents events;
    private final int minWitnesses;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    ProviderBreakers(LongSupplier nanoTime, RefreshEvents events) {
        this(nanoTime, events, ClientEvidence.MIN_WITNESSES);
    }

    /** @param minWitnesses how many accounts it takes to hold a client for rejected */
    ProviderBreakers(LongSupplier nanoTime, RefreshEvents events, int minWitnesses) {
        this.nanoTime = nanoTime;
        this.events = events;
        this.minWitnesses = minWitnesses;
    }

    /**
     * Returns how long to wait before asking again; zero permits one call, which {@link #report} or {@link #release}
     * ends.
     */
    Duration admit(AccountKey account, RefreshPolicy policy) {
        return breaker(account.provider()).admit(account, isUnknownOutcomeCostly(policy));
    }

    /** Returns whether the provider's breaker permits trial calls only. */
    boolean isOpen(ProviderId provider, RefreshPolicy policy) {
        return breaker(provider).isOpen(isUnknownOutcomeCostly(policy));
    }

    private static boolean isUnknownOutcomeCostly(RefreshPolicy policy) {
        return policy.reuse() == RefreshTokenReuse.KILLS_FAMILY;
    }

    /**
     * Counts the result of a call.
     *
     * @return what the result means, given the results of other accounts: a refusal of this client, or of the account
     */
    RefreshResult report(AccountKey account, AccountVersion version, RefreshResult result) {
        return breaker(account.provider()).report(account, version, result);
    }

    /** Ends a permitted call that was not made. */
    void release(ProviderId provider) {
        breaker(provider).release();
    }

    private ProviderBreaker breaker(ProviderId provider) {
        return breakers.computeIfAbsent(provider, it -> new ProviderBreaker(it, nanoTime, events, minWitnesses));
    }
}
