package io.omnibridge.application.access;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.Objects;

/**
 * Decides whether the scopes of a caller's JWT allow an action, where scopes are required at all, and records a refusal.
 * Thread-safe.
 */
public final class Authorize {

    private final boolean scopesRequired;
    private final AuditLog auditLog;
    private final Clock clock;

    /** @param scopesRequired whether a JWT has to name what it allows; if not, every caller may do everything */
    public Authorize(boolean scopesRequired, AuditLog auditLog, Clock clock) {
        this.scopesRequired = scopesRequired;
        this.auditLog = Objects.requireNonNull(auditLog);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Answers whether {@code caller} may do it; a refusal has been recorded when this returns.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if a refusal cannot be recorded
     */
    public boolean allows(Caller caller, Permission permission, RequestId requestId) {
        if (!scopesRequired || caller.scopes().contains(permission.scope())) {
            return true;
        }
        auditLog.append(AuditedAction.of(permission.action(), caller, requestId, clock.instant())
                .withOutcome(AuditOutcome.INSUFFICIENT_SCOPE));
        return false;
    }
}
