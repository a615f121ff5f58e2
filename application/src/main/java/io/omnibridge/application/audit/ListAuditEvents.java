package io.omnibridge.application.audit;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.identity.Caller;
import java.util.Objects;

/** Lists the caller's own record, newest first. Thread-safe. */
public final class ListAuditEvents {

    private final AuditLog auditLog;

    public ListAuditEvents(AuditLog auditLog) {
        this.auditLog = Objects.requireNonNull(auditLog);
    }

    /**
     * Lists one page.
     *
     * @param before {@link AuditPage#FROM_NEWEST}, or what the page before gave as next
     * @param limit the most events that the page may have, at least 1
     * @throws io.omnibridge.application.port.StoreUnavailable if the record cannot be reached
     */
    public AuditPage list(Caller caller, long before, int limit) {
        return auditLog.list(caller.user(), before, limit);
    }
}
