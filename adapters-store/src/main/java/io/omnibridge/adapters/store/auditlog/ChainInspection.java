package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;

/**
 * Verification of the audit logs of changes in a store. It keeps one page of events in memory, however long an audit log is. Events that
 * are appended meanwhile are no fault: the store writes an event together with the chain head. Thread-safe.
 */
public final class ChainInspection {

    private final LogInspection<ChainedEvent> inspection;

    public ChainInspection(ChainedAuditLog auditLogs, AuditChain chain) {
        this.inspection = new LogInspection<>(auditLogs, (head, event) -> chain.headAfter(head, event.event()));
    }

    /**
     * Verifies every event of the user, and that the audit log ends at the stored chain head.
     *
     * @param kept a chain head of the audit log that was kept elsewhere; {@link StoredChainHead#NONE} for none
     * @throws StoreUnavailable if the store did not respond in time
     */
    public VerificationResult of(UserId user, StoredChainHead kept) {
        return inspection.of(user, StoredChainHead.NONE, kept);
    }
}
