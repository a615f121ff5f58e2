package io.omnibridge.application.credentials;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.Obligation;
import java.time.Duration;

/** Takes on to give back a token that nobody has any use for. */
record OweLateAnswer(Sight sight, Obligation obligation, int failures) implements RefreshStep {

    @Override
    public Result take() {
        AuditedAction action = Renewal.action(AuditedAction.Kind.REVOKE, sight.account(), obligation.since());
        try {
            sight.task().ports().obligations().add(obligation, action);
        } catch (StoreUnavailable e) {
            return StoreRenewal.again(sight, next -> new OweLateAnswer(sight, obligation, next), failures);
        }
        return RefreshStep.then(new LookAtAccount(sight.task(), Duration.ZERO));
    }
}
