package io.omnibridge.application.access;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.Objects;

/**
 * Checks whether the scopes of a caller's JWT permit an action, if scopes are required, and counts refusals. Thread-safe.
 */
public final class Authorize {

    private final boolean scopesRequired;
    private final AuditLog auditLog;
    private final Clock clock;

    /** @param scopesRequired whether a JWT needs the scope of an action; if not, every caller may do everything */
    public Authorize(boolean scopesRequired, AuditLog auditLog, Clock clock) {
        this.scopesRequired = scopesRequired;
        this.auditLog = Objects.requireNonNull(auditLog);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Returns whether {@code caller} has {@code permission}. A refusal is counted when this returns.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if a refusal cannot be counted
     */
    public boolean allows(Caller caller, Permission permission, RequestId requestId) {
        if (!scopesRequired || caller.scopes().contains(permission.scope())) {
            return true;
        }
        auditLog.countRefusal(AuditedAction.of(permission.action(), caller, requestId, clock.instant())
                .withOutcome(AuditOutcome.INSUFFICIENT_SCOPE));
        return false;
    }
}
