package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.adapters.store.auditlog.VerificationResult.Broken;
import io.omnibridge.adapters.store.auditlog.VerificationResult.Fault;
import io.omnibridge.adapters.store.auditlog.VerificationResult.Intact;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/**
 * Verification of audit logs in a store. It keeps one page of events in memory, however long an audit log is. Events that are
 * appended meanwhile are no fault: the store writes an event together with the chain head. Thread-safe.
 */
public final class ChainInspection {

    private final ChainedAuditLog auditLogs;
    private final AuditChain chain;

    public ChainInspection(ChainedAuditLog auditLogs, AuditChain chain) {
        this.auditLogs = Objects.requireNonNull(auditLogs);
        this.chain = Objects.requireNonNull(chain);
    }

    /**
     * Verifies every event of the user, and that the audit log ends at the stored chain head.
     *
     * @param kept a chain head of the audit log that was kept elsewhere; {@link StoredChainHead#NONE} for none
     * @throws StoreUnavailable if the store did not respond in time
     */
    public VerificationResult of(UserId user, StoredChainHead kept) {
        StoredChainHead stored = storedHead(user);
        ChainedPages events = new ChainedPages(auditLogs, user);
        VerificationResult result = chain.verify(() -> events, stored, kept);
        if (result instanceof Broken broken && broken.fault() == Fault.TRUNCATED && events.endedUnreadable()) {
            return Fault.CHANGED.at(broken.position());
        }
        return result instanceof Intact intact ? ofTheEnd(user, intact, stored, events) : result;
    }

    private VerificationResult ofTheEnd(UserId user, Intact intact, StoredChainHead stored, ChainedPages events) {
        long end = intact.head().count();
        if (events.endedUnreadable()) {
            return Fault.CHANGED.at(end + 1);
        }
        if (end == stored.count()) {
            return intact;
        }
        // Events were appended since the head was read, or the head was put back before.
        long headNow = storedHead(user).count();
        return headNow < end ? Fault.HEAD_PUT_BACK.at(headNow + 1) : intact;
    }

    /** A chain head that cannot be read demands nothing; the end of the events then shows that it is wrong. */
    private StoredChainHead storedHead(UserId user) {
        try {
            return auditLogs.head(user);
        } catch (IllegalStateException e) {
            return StoredChainHead.NONE;
        }
    }
}
