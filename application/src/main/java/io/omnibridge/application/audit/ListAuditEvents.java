package io.omnibridge.application.audit;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.Caller;
import java.util.List;
import java.util.Objects;

/** Lists the caller's own audit events, newest first. Thread-safe. */
public final class ListAuditEvents {

    private final AuditLog auditLog;

    public ListAuditEvents(AuditLog auditLog) {
        this.auditLog = Objects.requireNonNull(auditLog);
    }

    /**
     * Returns a page of events.
     *
     * @param before {@link AuditPage#FROM_NEWEST}, or {@code next} of the page before
     * @param limit the maximum number of events, at least 1
     * @throws io.omnibridge.application.port.StoreUnavailable if the audit log cannot be reached
     */
    public AuditPage list(Caller caller, long before, int limit) {
        return auditLog.list(caller.user(), before, limit);
    }

    /**
     * Returns how often the caller's requests were refused, the last refusal first.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the audit log cannot be reached
     */
    public List<RefusalCount> refusals(Caller caller) {
        return auditLog.refusals(caller.user());
    }
}
