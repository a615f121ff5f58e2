package io.omnibridge.application.credentials;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * One circuit breaker per provider, for refreshes. A breaker opens when the provider rejects this client, and after
 * several unknown outcomes in a row where an unknown outcome can cost accounts. An open breaker permits one trial call
 * at a time. The breakers of this process know nothing of other nodes. Thread-safe.
 */
final class ProviderBreakers {

    private static final int MAX_UNKNOWN_OUTCOMES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 5;

    private final Map<ProviderId, Breaker> breakers = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    ProviderBreakers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Returns how long to wait before asking again; zero permits one call, which {@link #report} or {@link #release}
     * ends.
     */
    Duration admit(ProviderId provider, RefreshPolicy policy) {
        return breaker(provider).admit(policy.reuse() == RefreshTokenReuse.KILLS_FAMILY);
    }

    /** Counts the result of a call. */
    void report(ProviderId provider, RefreshResult result) {
        breaker(provider).report(result);
    }

    /** Ends a permitted call that was not made. */
    void release(ProviderId provider) {
        breaker(provider).release();
    }

    private Breaker breaker(ProviderId provider) {
        return breakers.computeIfAbsent(provider, p -> new Breaker());
    }

    private final class Breaker {

        private int unknownOutcomes;
        private int clientRefusals;
        private boolean isPausing;
        private long pausesUntil;
        private boolean isProbing;

        synchronized Duration admit(boolean isUnknownOutcomeCostly) {
            boolean isOpen = clientRefusals > 0 || (isUnknownOutcomeCostly && unknownOutcomes >= MAX_UNKNOWN_OUTCOMES);
            if (!isOpen) {
                return Duration.ZERO;
            }
            long left = isPausing ? pausesUntil - nanoTime.getAsLong() : 0;
            if (left > 0) {
                return Duration.ofNanos(left);
            }
            if (isProbing) {
                return FIRST_PAUSE;
            }
            isProbing = true;
            return Duration.ZERO;
        }

        synchronized void report(RefreshResult result) {
            isProbing = false;
            if (result instanceof RefreshResult.OutcomeUnknown) {
                unknownOutcomes++;
                pause(unknownOutcomes - MAX_UNKNOWN_OUTCOMES, Duration.ZERO);
            } else if (result instanceof RefreshResult.NotProcessed notProcessed) {
                clientRefusals = notProcessed.isClientRefused() ? clientRefusals + 1 : 0;
                pause(Math.max(clientRefusals - 1, unknownOutcomes - MAX_UNKNOWN_OUTCOMES), notProcessed.retryAfter());
            } else {
                unknownOutcomes = 0;
                clientRefusals = 0;
                isPausing = false;
            }
        }

        synchronized void release() {
            isProbing = false;
        }

        /** Pauses for 30 seconds, doubled by each step up to 16 minutes, or for {@code atLeast} if that is longer. */
        private void pause(int step, Duration atLeast) {
            int doublings = Math.min(Math.max(step, 0), MAX_DOUBLINGS);
            Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
            isPausing = true;
            pausesUntil = nanoTime.getAsLong() + (pause.compareTo(atLeast) < 0 ? atLeast : pause).toNanos();
        }
    }
}
