package io.omnibridge.application.credentials;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * The circuit breaker of one provider, for refreshes. It opens when the provider rejects this client, which takes two
 * accounts ({@link ClientEvidence}), and after several unknown outcomes in a row where an unknown outcome can cost
 * accounts. An open breaker permits one trial call at a time; accounts that were not rejected go first. Thread-safe.
 */
final class ProviderBreaker {

    private static final int MAX_UNKNOWN_OUTCOMES = 3;

    /**
     * How much longer than others a rejected account waits for a trial call: longer than the time between two runs of
     * {@link RefreshIdleGrants}, so that a run asks other accounts first.
     */
    private static final Duration EXTRA_PAUSE_OF_REJECTED = Duration.ofMinutes(20);

    private static final RefreshResult CLIENT_REFUSED = new RefreshResult.NotProcessed(Duration.ZERO, true);

    private final ProviderId provider;
    private final RefreshEvents events;
    private final TrialCalls trialCalls;
    private final ClientEvidence evidence;
    private int unknownOutcomes;
    private int failedTrials;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    ProviderBreaker(ProviderId provider, LongSupplier nanoTime, RefreshEvents events, int minWitnesses) {
        this.provider = Objects.requireNonNull(provider);
        this.events = Objects.requireNonNull(events);
        this.trialCalls = new TrialCalls(nanoTime);
        this.evidence = new ClientEvidence(minWitnesses);
    }

    /**
     * Returns how long to wait before asking again; zero permits one call, which {@link #report} or {@link #release}
     * ends.
     */
    synchronized Duration admit(AccountKey account, boolean isUnknownOutcomeCostly) {
        if (!isOpen(isUnknownOutcomeCostly)) {
            return Duration.ZERO;
        }
        Duration extra =
                evidence.isClientRejected() && evidence.wasRejected(account) ? EXTRA_PAUSE_OF_REJECTED : Duration.ZERO;
        return trialCalls.admit(extra);
    }

    /**
     * Counts the result of a call.
     *
     * @return what the result means, given the results of other accounts: a refusal of this client, or of the account
     */
    synchronized RefreshResult report(AccountKey account, AccountVersion version, RefreshResult result) {
        trialCalls.end();
        boolean wasClientRejected = evidence.isClientRejected();
        count(account, version, result);
        log(wasClientRejected);
        return meaning(account, version, result);
    }

    private void count(AccountKey account, AccountVersion version, RefreshResult result) {
        if (result instanceof RefreshResult.OutcomeUnknown) {
            unknownOutcomes++;
            trialCalls.pause(unknownOutcomes - MAX_UNKNOWN_OUTCOMES, Duration.ZERO);
        } else if (result instanceof RefreshResult.NotProcessed notProcessed) {
            countUnprocessed(account, version, notProcessed.isClientRefused(), notProcessed.retryAfter());
        } else if (result instanceof RefreshResult.Refused refused) {
            countUnprocessed(account, version, refused.isClientSuspected(), Duration.ZERO);
        } else {
            evidence.accepted(account);
            unknownOutcomes = 0;
            failedTrials = 0;
            trialCalls.resume();
        }
    }

    private void countUnprocessed(
            AccountKey account, AccountVersion version, boolean isClientSuspected, Duration retryAfter) {
        if (isClientSuspected) {
            failedTrials = evidence.isClientRejected() ? failedTrials + 1 : 0;
            evidence.rejected(account, version);
        }
        trialCalls.pause(Math.max(failedTrials, unknownOutcomes - MAX_UNKNOWN_OUTCOMES), retryAfter);
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

    /** Returns whether it permits trial calls only. */
    synchronized boolean isOpen(boolean isUnknownOutcomeCostly) {
        return evidence.isClientRejected() || (isUnknownOutcomeCostly && unknownOutcomes >= MAX_UNKNOWN_OUTCOMES);
    }

    /** Ends a permitted call that was not made. */
    synchronized void release() {
        trialCalls.end();
    }
}
