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
 * Holds refreshes back, per provider: all of them while the provider refuses this client, and all but one probe now and then
 * while nobody knows whether a provider does what it is asked, if doubt there costs accounts. Of this process alone.
 * Thread-safe.
 */
final class ProviderBreakers {

    private static final int MAX_UNKNOWN_OUTCOMES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 5;

    private final Map<ProviderId, Breaker> breakers = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    ProviderBreakers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long to wait before asking again; zero if a call may be made now, which {@link #report} or {@link #release} ends. */
    Duration admit(ProviderId provider, RefreshPolicy policy) {
        return breaker(provider).admit(policy.reuse() == RefreshTokenReuse.KILLS_FAMILY);
    }

    /** Takes note of what came of a call. */
    void report(ProviderId provider, RefreshResult answer) {
        breaker(provider).report(answer);
    }

    /** The call was not made after all. */
    void release(ProviderId provider) {
        breaker(provider).release();
    }

    private Breaker breaker(ProviderId provider) {
        return breakers.computeIfAbsent(provider, p -> new Breaker());
    }

    private final class Breaker {

        private int doubts;
        private int refusals;
        private boolean isHeld;
        private long heldUntil;
        private boolean isProbing;

        synchronized Duration admit(boolean doubtIsCostly) {
            boolean isGuarded = refusals > 0 || (doubtIsCostly && doubts >= MAX_UNKNOWN_OUTCOMES);
            if (!isGuarded) {
                return Duration.ZERO;
            }
            long left = isHeld ? heldUntil - nanoTime.getAsLong() : 0;
            if (left > 0) {
                return Duration.ofNanos(left);
            }
            if (isProbing) {
                return FIRST_PAUSE;
            }
            isProbing = true;
            return Duration.ZERO;
        }

        synchronized void report(RefreshResult answer) {
            isProbing = false;
            if (answer instanceof RefreshResult.OutcomeUnknown) {
                doubts++;
                hold(doubts - MAX_UNKNOWN_OUTCOMES, Duration.ZERO);
            } else if (answer instanceof RefreshResult.NotProcessed notProcessed) {
                refusals = notProcessed.isClientRefused() ? refusals + 1 : 0;
                hold(Math.max(refusals - 1, doubts - MAX_UNKNOWN_OUTCOMES), notProcessed.retryAfter());
            } else {
                doubts = 0;
                refusals = 0;
                isHeld = false;
            }
        }

        synchronized void release() {
            isProbing = false;
        }

        /** Half a minute at first, a quarter of an hour in the end, or as long as the provider wants. */
        private void hold(int step, Duration atLeast) {
            int doublings = Math.min(Math.max(step, 0), MAX_DOUBLINGS);
            Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
            isHeld = true;
            heldUntil = nanoTime.getAsLong() + (pause.compareTo(atLeast) < 0 ? atLeast : pause).toNanos();
        }
    }
}
