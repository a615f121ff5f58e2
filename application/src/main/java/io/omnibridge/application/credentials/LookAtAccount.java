package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.HeldAccount;
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
record LookAtAccount(RefreshTask task, Duration waited) implements RefreshStep {

    private static final Duration POLL = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public Result take() {
        long before = task.ports().nanoTime().getAsLong();
        Optional<HeldAccount> held = task.ports().store().hold(task.key());
        if (held.isEmpty()) {
            return new Result.Done(new FreshCredentials.NotFound());
        }
        Account account = held.get().account();
        Instant at = held.get().at();
        if (account.metadata().refresh() instanceof Ended) {
            ReconnectReason reason = account.metadata().reconnectReasonAt(at).orElseThrow();
            return new Result.Done(new FreshCredentials.NeedsReconnect(reason));
        }
        return decide(new Sight(task, account, task.ports().sealer().open(account), at, before));
    }

    private Result decide(Sight sight) {
        Optional<ConnectableProvider> provider =
                task.ports().catalogue().find(task.key().provider());
        if (!sight.isRefreshable()) {
            return new Result.Done(unrefreshable(sight));
        }
        if (provider.isEmpty()) {
            return new Result.Done(sight.old(LONG));
        }
        RefreshMachine machine = new RefreshMachine(provider.get().refresh());
        RefreshState state = sight.account().metadata().refresh();
        RefreshState settled =
                machine.settled(state, sight.grant().credentials().expiresAt(), sight.at());
        if (!settled.equals(state)) {
            return RefreshStep.then(new NoteTime(sight, settled, waited));
        }
        if (sight.isFresh()) {
            return new Result.Done(sight.usable());
        }
        return machine.claim(state, sight.at())
                .map(calling -> RefreshStep.then(new ClaimCall(sight, provider.get(), calling)))
                .orElseGet(() -> stay(sight, state));
    }

    /** What the provider's API refused must be used once more to be sure: nothing better will come. */
    private static FreshCredentials unrefreshable(Sight sight) {
        if (DueDate.isValid(sight.grant(), sight.at())) {
            return sight.usable();
        }
        Instant since = sight.grant().credentials().expiresAt().orElseThrow();
        return new FreshCredentials.NeedsReconnect(new ReconnectReason(ReconnectReason.Word.EXPIRED, since));
    }

    /** Nothing can be done now: with the old access token if it will do, else after somebody else's call, if there is one. */
    private Result stay(Sight sight, RefreshState state) {
        if (state instanceof Calling && !sight.isUsable()) {
            return waited.compareTo(PATIENCE) < 0
                    ? new Result.Then(new LookAtAccount(task, waited.plus(POLL)), POLL)
                    : new Result.Done(new FreshCredentials.Unavailable(SOON));
        }
        return new Result.Done(sight.old(untilNext(state, sight.at())));
    }

    private static Duration untilNext(RefreshState state, Instant now) {
        Instant next = now;
        if (state instanceof Idle idle) {
            next = idle.notBefore();
        } else if (state instanceof Unknown unknown) {
            next = unknown.notBefore();
        }
        Duration left = Duration.between(now, next);
        return left.compareTo(SOON) < 0 ? LONG : left;
    }
}
