package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.CallProvider;
import io.omnibridge.application.credentials.RefreshStep.ClaimRefresh;
import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.application.credentials.RefreshStep.RecordFailure;
import io.omnibridge.application.credentials.RefreshStep.StoreRenewal;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import java.time.Duration;
import java.util.Objects;

/** The steps of a refresh that claim the call of the provider and make it. Thread-safe. */
final class CallSteps {

    private final TokenStore store;
    private final CredentialSealer sealer;
    private final ProviderCalls calls;
    private final RefreshClock clock;

    CallSteps(TokenStore store, CredentialSealer sealer, ProviderCalls calls, RefreshClock clock) {
        this.store = Objects.requireNonNull(store);
        this.sealer = Objects.requireNonNull(sealer);
        this.calls = Objects.requireNonNull(calls);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Stores the claim. A claim that the store did not acknowledge is not used: another node may have stored an equal
     * one.
     */
    StepResult claimRefresh(ClaimRefresh step) {
        LoadedAccount loaded = step.loaded();
        Duration closedFor = calls.admit(loaded.key(), step.policy());
        if (!closedFor.isZero()) {
            return new StepResult.Finished(loaded.withoutRefresh(clock.now(loaded), closedFor));
        }
        if (isClaimed(step)) {
            return StepResult.next(new CallProvider(loaded, step.policy(), step.claim()));
        }
        calls.withdraw(loaded.key().provider());
        return StepResult.next(new LoadAccount(loaded.request(), Duration.ZERO));
    }

    private boolean isClaimed(ClaimRefresh step) {
        Account account = step.loaded().account();
        try {
            return store.updateRefreshState(
                    account.key(), account.version(), account.metadata().refresh(), step.claim());
        } catch (StoreUnavailable e) {
            calls.withdraw(account.key().provider());
            throw e;
        }
    }

    /**
     * Sends the refresh token if enough time is left, by the monotonic clock since before the read: a pause is noticed.
     */
    StepResult callProvider(CallProvider step) {
        LoadedAccount loaded = step.loaded();
        Duration timeLeft = clock.timeLeft(loaded, step.claim().deadline());
        if (timeLeft.compareTo(step.policy().minCallTime()) < 0) {
            calls.withdraw(loaded.key().provider());
            return recordFailure(step, new RefreshResult.NotProcessed(Duration.ZERO, false));
        }
        RefreshResult result = calls.send(loaded.account(), loaded.grant(), timeLeft);
        if (result instanceof RefreshResult.Renewed renewed) {
            Renewal renewal = Renewal.of(loaded.account(), loaded.grant(), renewed.grant(), sealer, clock.now(loaded));
            return StepResult.next(new StoreRenewal(loaded, renewal, 0));
        }
        return recordFailure(step, result);
    }

    private static StepResult recordFailure(CallProvider step, RefreshResult result) {
        return StepResult.next(new RecordFailure(step.loaded(), step.policy(), step.claim(), result, 0));
    }
}
