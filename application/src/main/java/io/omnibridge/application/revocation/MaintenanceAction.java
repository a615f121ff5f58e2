package io.omnibridge.application.revocation;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.time.Instant;
import java.util.Optional;

/** What is recorded of an unlink that its user did not ask for. */
final class MaintenanceAction {

    private MaintenanceAction() {}

    /** @param reason in the place of a request's id */
    static AuditedAction unlink(AccountKey key, String reason, Instant at) {
        return new AuditedAction(
                AuditedAction.Kind.UNLINK, at, key.owner(), Optional.empty(), Optional.of(key), new RequestId(reason));
    }
}
