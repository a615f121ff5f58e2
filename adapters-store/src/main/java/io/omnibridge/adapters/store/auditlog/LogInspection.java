package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.adapters.store.auditlog.VerificationResult.Broken;
import io.omnibridge.adapters.store.auditlog.VerificationResult.Intact;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Verification of one kind of log in a store. It keeps one page of events in memory, however long a log is. Thread-safe.
 *
 * @param <E> kind of its events
 * @param chain returns the chain head after an event was appended behind a chain head
 */
record LogInspection<E extends Chained>(ChainedLog<E> log, BiFunction<StoredChainHead, E, StoredChainHead> chain) {

    /**
     * Verifies every event of the user behind {@code start}, and that the log ends at the stored chain head.
     *
     * @param kept a chain head of the log that was kept elsewhere
     */
    VerificationResult of(UserId user, StoredChainHead start, StoredChainHead kept) {
        StoredChainHead stored = storedHead(user);
        ChainedPages<E> events = new ChainedPages<>(log, user);
        VerificationResult result = new ChainVerification<>(chain, start, List.of(stored, kept)).of(events);
        if (result instanceof Broken broken && broken.fault() == LogFault.TRUNCATED && events.endedUnreadable()) {
            return LogFault.CHANGED.at(broken.position());
        }
        return result instanceof Intact intact ? ofTheEnd(user, intact, stored, events) : result;
    }

    private VerificationResult ofTheEnd(UserId user, Intact intact, StoredChainHead stored, ChainedPages<E> events) {
        long end = intact.head().count();
        if (events.endedUnreadable()) {
            return LogFault.CHANGED.at(end + 1);
        }
        if (end == stored.count()) {
            return intact;
        }
        // Events were appended since the head was read, or the head was put back before.
        long headNow = storedHead(user).count();
        return headNow < end ? LogFault.HEAD_PUT_BACK.at(headNow + 1) : intact;
    }

    /** A chain head that cannot be read demands nothing; the end of the events then shows that it is wrong. */
    private StoredChainHead storedHead(UserId user) {
        try {
            return log.head(user);
        } catch (IllegalStateException e) {
            return StoredChainHead.NONE;
        }
    }
}
