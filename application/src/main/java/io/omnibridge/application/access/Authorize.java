package io.omnibridge.application.access;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.time.Clock;
import java.util.Objects;

/** Checks whether a caller has a permission, and counts refusals. Thread-safe. */
public final class Authorize {

    private final AuditLog auditLog;
    private final Clock clock;

    public Authorize(AuditLog auditLog, Clock clock) {
        this.auditLog = Objects.requireNonNull(auditLog);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Returns whether {@code caller} has {@code permission}. A refusal is counted when this returns.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if a refusal cannot be counted
     */
    public boolean allows(Caller caller, Permission permission, RequestId requestId) {
        if (caller.may(permission)) {
            return true;
        }
        auditLog.countRefusal(AuditedAction.of(actionOf(permission), caller, requestId, clock.instant())
                .withOutcome(AuditOutcome.INSUFFICIENT_SCOPE));
        return false;
    }

    private static ActionKind actionOf(Permission permission) {
        return switch (permission) {
            case READ_ACCOUNTS -> ActionKind.READ_ACCOUNTS;
            case READ_AUDIT -> ActionKind.READ_AUDIT;
            case LINK_ACCOUNT -> ActionKind.LINK;
            case UNLINK_ACCOUNT -> ActionKind.UNLINK;
            case CONNECT_ACCOUNT -> ActionKind.CONNECT;
            case READ_DATA -> ActionKind.READ_DATA;
            case MANAGE_LEASES -> ActionKind.MANAGE_LEASES;
        };
    }
}
