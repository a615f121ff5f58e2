package io.omnibridge.application.credentials;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import java.time.Duration;

/**
 * Stores the claim to call the provider, before the call. A claim that the store did not acknowledge is nobody's: another node
 * may have made the very same one.
 */
record ClaimCall(Sight sight, ConnectableProvider provider, Calling calling) implements RefreshStep {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Result take() {
        RefreshTask task = sight.task();
        if (!task.pass().take()) {
            return new Result.Done(sight.old(SOON));
        }
        Duration held = task.breakers().admit(provider.id(), provider.refresh());
        if (!held.isZero()) {
            return new Result.Done(sight.old(held));
        }
        if (isClaimed(task, provider.id())) {
            return RefreshStep.then(new CallProvider(sight, provider, calling));
        }
        task.breakers().release(provider.id());
        return RefreshStep.then(new LookAtAccount(task, Duration.ZERO));
    }

    private boolean isClaimed(RefreshTask task, ProviderId id) {
        Account account = sight.account();
        try {
            return task.ports()
                    .store()
                    .move(account.key(), account.version(), account.metadata().refresh(), calling);
        } catch (StoreUnavailable e) {
            task.breakers().release(id);
            throw e;
        }
    }
}
