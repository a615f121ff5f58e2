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
record ClaimRefresh(LoadedAccount loaded, ConnectableProvider provider, Calling calling) implements RefreshStep {

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    @Override
    public Result take() {
        RefreshTask task = loaded.task();
        if (!task.pass().take()) {
            return new Result.Done(loaded.old(RETRY_DELAY));
        }
        Duration held = task.breakers().admit(provider.id(), provider.refresh());
        if (!held.isZero()) {
            return new Result.Done(loaded.old(held));
        }
        if (isClaimed(task, provider.id())) {
            return RefreshStep.then(new CallProvider(loaded, provider, calling));
        }
        task.breakers().release(provider.id());
        return RefreshStep.then(new LoadAccount(task, Duration.ZERO));
    }

    private boolean isClaimed(RefreshTask task, ProviderId id) {
        Account account = loaded.account();
        try {
            return task.ports()
                    .store()
                    .updateRefreshState(
                            account.key(), account.version(), account.metadata().refresh(), calling);
        } catch (StoreUnavailable e) {
            task.breakers().release(id);
            throw e;
        }
    }
}
