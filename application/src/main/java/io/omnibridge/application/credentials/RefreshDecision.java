package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.ApplyTimeout;
import io.omnibridge.application.credentials.RefreshStep.ClaimRefresh;
import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.refresh.RefreshMachine;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides which step follows the read of an account. Has no effects and no ports.
 *
 * @param now an upper bound of the store's time
 */
record RefreshDecision(LoadedAccount loaded, Duration waited, Instant now) {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(40);
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    /** The retry time of a caller where no known time brings a change. */
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(5);

    /**
     * Returns the next step, or the result of the refresh.
     *
     * @param policy of the account's provider; empty if the provider is not configured
     */
    StepResult decide(Optional<RefreshPolicy> policy) {
        if (!loaded.isRefreshable()) {
            return withoutRefresh(ReconnectCode.EXPIRED);
        }
        return policy.map(this::decide)
                .orElseGet(() -> new StepResult.Finished(loaded.withoutRefresh(now, MAX_RETRY_AFTER)));
    }

    private StepResult decide(RefreshPolicy policy) {
        RefreshMachine machine = new RefreshMachine(policy);
        RefreshState state = loaded.account().metadata().refresh();
        RefreshState current = current(machine, state);
        if (!current.equals(state)) {
            return StepResult.next(new ApplyTimeout(loaded, current, waited));
        }
        if (loaded.isFresh() || (state instanceof Idle && loaded.isRefreshTokenExpired())) {
            return new StepResult.Finished(loaded.usable());
        }
        return machine.claim(state, loaded.storeTime())
                .map(claim -> StepResult.next(new ClaimRefresh(loaded, policy, claim)))
                .orElseGet(() -> wait(state));
    }

    private RefreshState current(RefreshMachine machine, RefreshState state) {
        Credentials credentials = loaded.grant().credentials();
        RefreshState timedOut = machine.applyTimeout(state, credentials.expiresAt(), loaded.storeTime());
        return RefreshMachine.applyExpiry(
                timedOut, credentials.expiresAt(), credentials.refreshTokenExpiresAt(), loaded.storeTime());
    }

    /**
     * Returns the result for credentials that cannot be refreshed: even a refused access token while it is valid, since there will
     * be no better one.
     *
     * @param code why the account needs a reconnect once the access token has expired
     */
    StepResult withoutRefresh(ReconnectCode code) {
        if (DueDate.isValid(loaded.grant(), loaded.storeTime())) {
            return new StepResult.Finished(loaded.usable());
        }
        Instant since = loaded.grant().credentials().expiresAt().orElseThrow();
        return new StepResult.Finished(new CredentialsResult.NeedsReconnect(new ReconnectReason(code, since)));
    }

    /** Uses the loaded access token if it is usable; else waits for the call of another node, if one is running. */
    private StepResult wait(RefreshState state) {
        if (state instanceof Calling && !loaded.isUsableAt(now)) {
            return waited.compareTo(MAX_WAIT) < 0
                    ? new StepResult.Continue(
                            new LoadAccount(loaded.request(), waited.plus(POLL_INTERVAL)), POLL_INTERVAL)
                    : new StepResult.Finished(new CredentialsResult.Unavailable(RefreshRetries.DEFAULT_RETRY_AFTER));
        }
        return new StepResult.Finished(loaded.withoutRefresh(now, untilNextCall(state)));
    }

    private Duration untilNextCall(RefreshState state) {
        Instant next = loaded.storeTime();
        if (state instanceof Idle idle) {
            next = idle.notBefore();
        } else if (state instanceof Unknown unknown) {
            next = unknown.notBefore();
        }
        Duration left = Duration.between(loaded.storeTime(), next);
        return left.compareTo(RefreshRetries.DEFAULT_RETRY_AFTER) < 0 ? MAX_RETRY_AFTER : left;
    }
}
