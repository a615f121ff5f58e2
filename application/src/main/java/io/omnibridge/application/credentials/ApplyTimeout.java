package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import java.time.Duration;

/** Writes down what time alone has made of a refresh that nobody concluded. */
record ApplyTimeout(LoadedAccount loaded, RefreshState settled, Duration waited) implements RefreshStep {

    @Override
    public Result take() {
        Account account = loaded.account();
        RefreshState from = account.metadata().refresh();
        RefreshPorts ports = loaded.task().ports();
        if (settled instanceof Ended) {
            ports.store()
                    .markNeedsReconnect(
                            from,
                            account.refreshing(settled),
                            Renewal.action(AuditedAction.Kind.RENEW, account, loaded.at()));
        } else {
            ports.store().updateRefreshState(account.key(), account.version(), from, settled);
        }
        return RefreshStep.then(new LoadAccount(loaded.task(), waited));
    }
}
