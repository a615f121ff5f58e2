package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/**
 * Checks records where a store keeps them. It takes one page of memory, however long a record is. Events that are appended
 * meanwhile are no fault: the store writes an event and the head that it moves in one step. Thread-safe.
 */
public final class ChainInspection {

    private final ChainedAuditLog records;
    private final AuditChain chain;

    public ChainInspection(ChainedAuditLog records, AuditChain chain) {
        this.records = Objects.requireNonNull(records);
        this.chain = Objects.requireNonNull(chain);
    }

    /**
     * Checks every event of the user, and that the record ends where the head says that the store keeps.
     *
     * @param kept a head of the record that was kept elsewhere; {@link StoredChainHead#NONE} for none
     * @throws StoreUnavailable if the store did not answer in time
     */
    public VerificationResult of(UserId user, StoredChainHead kept) {
        StoredChainHead stored = storedHead(user);
        ChainedPages events = new ChainedPages(records, user);
        VerificationResult verdict = chain.verify(() -> events, stored, kept);
        if (verdict instanceof VerificationResult.Truncated truncated && events.endedUnreadable()) {
            return new VerificationResult.Changed(truncated.position());
        }
        return verdict instanceof VerificationResult.Intact intact ? ofTheEnd(user, intact, stored, events) : verdict;
    }

    private VerificationResult ofTheEnd(
            UserId user, VerificationResult.Intact intact, StoredChainHead stored, ChainedPages events) {
        long end = intact.head().count();
        if (events.endedUnreadable()) {
            return new VerificationResult.Changed(end + 1);
        }
        if (end == stored.count()) {
            return intact;
        }
        // Events were appended since the head was read, or the head was put back before.
        long named = storedHead(user).count();
        return named < end ? new VerificationResult.HeadPutBack(named + 1) : intact;
    }

    /** A head that cannot be read names no end: the events behind it will tell. */
    private StoredChainHead storedHead(UserId user) {
        try {
            return records.head(user);
        } catch (IllegalStateException e) {
            return StoredChainHead.NONE;
        }
    }
}
