package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.refresh.RefreshMachine;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at the account's row, and decides what there is to be done. */
record LoadAccount(RefreshTask task, Duration waited) implements RefreshStep {

    private static final Duration POLL = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public Result take() {
        long before = task.ports().nanoTime().getAsLong();
        Optional<TimedAccount> held = task.ports().store().findWithStoreTime(task.key());
        if (held.isEmpty()) {
            return new Result.Done(new FreshCredentials.NotFound());
        }
        Account account = held.get().account();
        Instant at = held.get().at();
        if (account.metadata().refresh() instanceof Ended) {
            ReconnectReason reason = account.metadata().reconnectReasonAt(at).orElseThrow();
            return new Result.Done(new FreshCredentials.NeedsReconnect(reason));
        }
        return decide(new LoadedAccount(task, account, task.ports().sealer().open(account), at, before));
    }

    private Result decide(LoadedAccount loaded) {
        Optional<ConnectableProvider> provider =
                task.ports().catalogue().find(task.key().provider());
        if (!loaded.isRefreshable()) {
            return new Result.Done(unrefreshable(loaded));
        }
        if (provider.isEmpty()) {
            return new Result.Done(loaded.old(LONG));
        }
        RefreshMachine machine = new RefreshMachine(provider.get().refresh());
        RefreshState state = loaded.account().metadata().refresh();
        RefreshState settled =
                machine.settled(state, loaded.grant().credentials().expiresAt(), loaded.at());
        if (!settled.equals(state)) {
            return RefreshStep.then(new ApplyTimeout(loaded, settled, waited));
        }
        if (loaded.isFresh()) {
            return new Result.Done(loaded.usable());
        }
        return machine.claim(state, loaded.at())
                .map(calling -> RefreshStep.then(new ClaimRefresh(loaded, provider.get(), calling)))
                .orElseGet(() -> stay(loaded, state));
    }

    /** What the provider's API refused must be used once more to be sure: nothing better will come. */
    private static FreshCredentials unrefreshable(LoadedAccount loaded) {
        if (DueDate.isValid(loaded.grant(), loaded.at())) {
            return loaded.usable();
        }
        Instant since = loaded.grant().credentials().expiresAt().orElseThrow();
        return new FreshCredentials.NeedsReconnect(new ReconnectReason(ReconnectReason.Word.EXPIRED, since));
    }

    /** Nothing can be done now: with the old access token if it will do, else after somebody else's call, if there is one. */
    private Result stay(LoadedAccount loaded, RefreshState state) {
        if (state instanceof Calling && !loaded.isUsable()) {
            return waited.compareTo(PATIENCE) < 0
                    ? new Result.Then(new LoadAccount(task, waited.plus(POLL)), POLL)
                    : new Result.Done(new FreshCredentials.Unavailable(RETRY_DELAY));
        }
        return new Result.Done(loaded.old(untilNext(state, loaded.at())));
    }

    private static Duration untilNext(RefreshState state, Instant now) {
        Instant next = now;
        if (state instanceof Idle idle) {
            next = idle.notBefore();
        } else if (state instanceof Unknown unknown) {
            next = unknown.notBefore();
        }
        Duration left = Duration.between(now, next);
        return left.compareTo(RETRY_DELAY) < 0 ? LONG : left;
    }
}
