package io.omnibridge.adapters.store.auditlog;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One verification of one log. Not thread-safe.
 *
 * @param <E> kind of its events
 */
final class ChainVerification<E extends Chained> {

    private final BiFunction<StoredChainHead, E, StoredChainHead> chain;
    private final List<StoredChainHead> kept;
    private StoredChainHead head;

    /**
     * @param chain returns the chain head after an event was appended behind a chain head
     * @param start of the log: {@link StoredChainHead#NONE}, unless its beginning was removed
     */
    ChainVerification(
            BiFunction<StoredChainHead, E, StoredChainHead> chain, StoredChainHead start, List<StoredChainHead> kept) {
        this.chain = chain;
        this.kept = kept;
        this.head = start;
    }

    VerificationResult of(Iterator<E> events) {
        if (head.count() > 0 && contradictsWhatWasKept()) {
            return LogFault.CHANGED.at(head.count());
        }
        while (events.hasNext()) {
            E event = events.next();
            if (!follows(event)) {
                return wrong(event, events);
            }
            head = chain.apply(head, event);
            if (contradictsWhatWasKept()) {
                return LogFault.CHANGED.at(head.count());
            }
        }
        return kept.stream().anyMatch(later -> later.count() > head.count())
                ? LogFault.TRUNCATED.at(head.count() + 1)
                : new VerificationResult.Intact(head);
    }

    private boolean follows(E event) {
        return event.position() == head.count() + 1 && belongsNext(event);
    }

    private boolean belongsNext(E event) {
        return chain.apply(head, event).mac().equals(event.mac());
    }

    private boolean contradictsWhatWasKept() {
        return kept.stream().anyMatch(same -> same.count() == head.count() && !same.equals(head));
    }

    private VerificationResult wrong(E event, Iterator<E> later) {
        long expected = head.count() + 1;
        boolean elsewhere = belongsNext(event);
        while (!elsewhere && later.hasNext()) {
            elsewhere = belongsNext(later.next());
        }
        if (elsewhere) {
            return LogFault.REORDERED.at(expected);
        }
        return event.position() > expected ? LogFault.MISSING.at(expected) : LogFault.CHANGED.at(expected);
    }
}
