package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import java.time.Duration;

/** Writes down what time alone has made of a refresh that nobody concluded. */
record NoteTime(Sight sight, RefreshState settled, Duration waited) implements RefreshStep {

    @Override
    public Result take() {
        Account account = sight.account();
        RefreshState from = account.metadata().refresh();
        RefreshPorts ports = sight.task().ports();
        if (settled instanceof Ended) {
            ports.store()
                    .end(
                            from,
                            account.refreshing(settled),
                            Renewal.action(AuditedAction.Kind.RENEW, account, sight.at()));
        } else {
            ports.store().move(account.key(), account.version(), from, settled);
        }
        return RefreshStep.then(new LookAtAccount(sight.task(), waited));
    }
}
