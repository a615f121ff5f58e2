package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.RefreshStep.ApplyTimeout;
import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The steps of a refresh that look at the stored account. Thread-safe. */
final class AccountSteps {

    private final TokenStore store;
    private final CredentialSealer sealer;
    private final ProviderCalls calls;
    private final MarkNeedsReconnect needsReconnect;
    private final RefreshClock clock;

    AccountSteps(
            TokenStore store,
            CredentialSealer sealer,
            ProviderCalls calls,
            MarkNeedsReconnect needsReconnect,
            RefreshClock clock) {
        this.store = Objects.requireNonNull(store);
        this.sealer = Objects.requireNonNull(sealer);
        this.calls = Objects.requireNonNull(calls);
        this.needsReconnect = Objects.requireNonNull(needsReconnect);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Reads the account, opens its credentials, and decides what follows. */
    StepResult loadAccount(LoadAccount step) {
        long nanosBefore = clock.nanos();
        Optional<TimedAccount> found = store.findWithStoreTime(step.request().key());
        if (found.isEmpty()) {
            return new StepResult.Finished(new CredentialsResult.NotFound());
        }
        Account account = found.get().account();
        Instant storeTime = found.get().storeTime();
        if (account.metadata().refresh() instanceof Ended) {
            return MarkNeedsReconnect.needsReconnect(account, storeTime);
        }
        LoadedAccount loaded = new LoadedAccount(step.request(), account, sealer.open(account), storeTime, nanosBefore);
        RefreshDecision decision = new RefreshDecision(loaded, step.waited(), clock.now(loaded));
        return calls.canRefresh(account.key().provider(), loaded.grant())
                ? decision.decide(calls.policy(account.key().provider()))
                : decision.withoutRefresh(ReconnectCode.CLIENT_CHANGED);
    }

    /** Stores the state that follows from a passed deadline, then reads the account again. */
    StepResult applyTimeout(ApplyTimeout step) {
        LoadedAccount loaded = step.loaded();
        Account account = loaded.account();
        RefreshState from = account.metadata().refresh();
        if (step.next() instanceof Ended) {
            needsReconnect.mark(from, account.withRefresh(step.next()), loaded.storeTime());
        } else {
            store.updateRefreshState(account.key(), account.version(), from, step.next());
        }
        return StepResult.next(new LoadAccount(loaded.request(), step.waited()));
    }
}
