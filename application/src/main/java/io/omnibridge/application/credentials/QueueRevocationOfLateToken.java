package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Duration;

/** Takes on to give back a token that nobody has any use for. */
record QueueRevocationOfLateToken(LoadedAccount loaded, PendingRevocation pendingRevocation, int failures)
        implements RefreshStep {

    @Override
    public Result take() {
        AuditedAction action = Renewal.action(AuditedAction.Kind.REVOKE, loaded.account(), pendingRevocation.since());
        try {
            loaded.task().ports().pendingRevocations().add(pendingRevocation, action);
        } catch (StoreUnavailable e) {
            return StoreRenewal.again(
                    loaded, next -> new QueueRevocationOfLateToken(loaded, pendingRevocation, next), failures);
        }
        return RefreshStep.then(new LoadAccount(loaded.task(), Duration.ZERO));
    }
}
