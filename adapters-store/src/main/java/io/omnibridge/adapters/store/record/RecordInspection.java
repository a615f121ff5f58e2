package io.omnibridge.adapters.store.record;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/**
 * Checks records where a store keeps them. It takes one page of memory, however long a record is. Events that are appended
 * meanwhile are no fault: the store writes an event and the head that it moves in one step. Thread-safe.
 */
public final class RecordInspection {

    private final ChainedRecords records;
    private final RecordChain chain;

    public RecordInspection(ChainedRecords records, RecordChain chain) {
        this.records = Objects.requireNonNull(records);
        this.chain = Objects.requireNonNull(chain);
    }

    /**
     * Checks every event of the user, and that the record ends where the head says that the store keeps.
     *
     * @param kept a head of the record that was kept elsewhere; {@link RecordHead#NONE} for none
     * @throws StoreUnavailable if the store did not answer in time
     */
    public RecordVerdict of(UserId user, RecordHead kept) {
        RecordHead stored = storedHead(user);
        RecordPages events = new RecordPages(records, user);
        RecordVerdict verdict = chain.verify(() -> events, stored, kept);
        if (verdict instanceof RecordVerdict.Truncated truncated && events.endedUnreadable()) {
            return new RecordVerdict.Changed(truncated.position());
        }
        return verdict instanceof RecordVerdict.Intact intact ? ofTheEnd(user, intact, stored, events) : verdict;
    }

    private RecordVerdict ofTheEnd(UserId user, RecordVerdict.Intact intact, RecordHead stored, RecordPages events) {
        long end = intact.head().count();
        if (events.endedUnreadable()) {
            return new RecordVerdict.Changed(end + 1);
        }
        if (end == stored.count()) {
            return intact;
        }
        // Events were appended since the head was read, or the head was put back before.
        long named = storedHead(user).count();
        return named < end ? new RecordVerdict.HeadPutBack(named + 1) : intact;
    }

    /** A head that cannot be read names no end: the events behind it will tell. */
    private RecordHead storedHead(UserId user) {
        try {
            return records.head(user);
        } catch (IllegalStateException e) {
            return RecordHead.NONE;
        }
    }
}
