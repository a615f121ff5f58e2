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

/**
 * One circuit breaker per provider, for refreshes. A breaker opens when the provider rejects this client, which takes
 * two accounts ({@link ClientEvidence}), and after several unknown outcomes in a row where an unknown outcome can cost
 * accounts. An open breaker permits one trial call at a time; accounts that were not rejected go first. The breakers of
 * this process know nothing of other nodes. Thread-safe.
 */
final class ProviderBreakers {

    private static final int MAX_UNKNOWN_OUTCOMES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 5;

    /**
     * How much longer than others a rejected account waits for a trial call: longer than the time between two runs of
     * {@link RefreshIdleGrants}, so that a run asks other accounts first.
     */
    private static final Duration EXTRA_PAUSE_OF_REJECTED = Duration.ofMinutes(20);

    private static final RefreshResult CLIENT_REFUSED = new RefreshResult.NotProcessed(Duration.ZERO, true);

    private final Map<ProviderId, Breaker> breakers = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final RefreshEvents events;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    ProviderBreakers(LongSupplier nanoTime, RefreshEvents events) {
        this.nanoTime = nanoTime;
        this.events = events;
    }

    /**
     * Returns how long to wait before asking again; zero permits one call, which {@link #report} or {@link #release}
     * ends.
     */
    Duration admit(AccountKey account, RefreshPolicy policy) {
        return breaker(account.provider()).admit(account, policy.reuse() == RefreshTokenReuse.KILLS_FAMILY);
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

    private Breaker breaker(ProviderId provider) {
        return breakers.computeIfAbsent(provider, Breaker::new);
    }

    private final class Breaker {

        private final ProviderId provider;
        private final ClientEvidence evidence = new ClientEvidence();
        private int unknownOutcomes;
        private int failedTrials;
        private boolean isPausing;
        private long pausesUntil;
        private boolean isProbing;

        Breaker(ProviderId provider) {
            this.provider = provider;
        }

        synchronized Duration admit(AccountKey account, boolean isUnknownOutcomeCostly) {
            boolean isClientRejected = evidence.isClientRejected();
            if (!isClientRejected && !(isUnknownOutcomeCostly && unknownOutcomes >= MAX_UNKNOWN_OUTCOMES)) {
                return Duration.ZERO;
            }
            Duration extra =
                    isClientRejected && evidence.wasRejected(account) ? EXTRA_PAUSE_OF_REJECTED : Duration.ZERO;
            long left = isPausing ? pausesUntil + extra.toNanos() - nanoTime.getAsLong() : 0;
            if (left > 0) {
                return Duration.ofNanos(left);
            }
            if (isProbing) {
                return FIRST_PAUSE;
            }
            isProbing = true;
            return Duration.ZERO;
        }

        synchronized RefreshResult report(AccountKey account, AccountVersion version, RefreshResult result) {
            isProbing = false;
            boolean wasClientRejected = evidence.isClientRejected();
            count(account, version, result);
            log(wasClientRejected);
            return meaning(account, version, result);
        }

        private void count(AccountKey account, AccountVersion version, RefreshResult result) {
            if (result instanceof RefreshResult.OutcomeUnknown) {
                unknownOutcomes++;
                pause(unknownOutcomes - MAX_UNKNOWN_OUTCOMES, Duration.ZERO);
            } else if (result instanceof RefreshResult.NotProcessed notProcessed) {
                countUnprocessed(account, version, notProcessed.isClientRefused(), notProcessed.retryAfter());
            } else if (result instanceof RefreshResult.Refused refused) {
                countUnprocessed(account, version, refused.isClientSuspected(), Duration.ZERO);
            } else {
                evidence.accepted(account);
                unknownOutcomes = 0;
                failedTrials = 0;
                isPausing = false;
            }
        }

        private void countUnprocessed(
                AccountKey account, AccountVersion version, boolean isClientSuspected, Duration retryAfter) {
            if (isClientSuspected) {
                failedTrials = evidence.isClientRejected() ? failedTrials + 1 : 0;
                evidence.rejected(account, version);
            }
            pause(Math.max(failedTrials, unknownOutcomes - MAX_UNKNOWN_OUTCOMES), retryAfter);
        }

        /** A refusal counts against the account only while the client is not rejected. */
        private RefreshResult meaning(AccountKey account, AccountVersion version, RefreshResult result) {
            boolean isClientRejected = evidence.isClientRejected();
            if (result instanceof RefreshResult.Refused refused && refused.isClientSuspected() && isClientRejected) {
                return CLIENT_REFUSED;
            }
            boolean isAccountRefused = result instanceof RefreshResult.NotProcessed notProcessed
                    && notProcessed.isClientRefused()
                    && !isClientRejected
                    && evidence.isAtFault(account, version);
            return isAccountRefused ? new RefreshResult.Refused(true) : result;
        }

        private void log(boolean wasClientRejected) {
            boolean isClientRejected = evidence.isClientRejected();
            if (isClientRejected && !wasClientRejected) {
                events.clientRejected(provider);
            } else if (wasClientRejected && !isClientRejected) {
                events.clientAccepted(provider);
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
