package io.omnibridge.adapters.store.auditlog;

import java.util.Iterator;
import java.util.List;

/** One check of one record. Not thread-safe. */
final class ChainVerification {

    private final AuditChain chain;
    private final List<StoredChainHead> kept;
    private StoredChainHead head = StoredChainHead.NONE;

    ChainVerification(AuditChain chain, List<StoredChainHead> kept) {
        this.chain = chain;
        this.kept = kept;
    }

    VerificationResult of(Iterator<ChainedEvent> events) {
        while (events.hasNext()) {
            ChainedEvent event = events.next();
            if (!follows(event)) {
                return wrong(event, events);
            }
            head = chain.append(head, event.event());
            if (contradictsWhatWasKept()) {
                return new VerificationResult.Changed(head.count());
            }
        }
        return kept.stream().anyMatch(later -> later.count() > head.count())
                ? new VerificationResult.Truncated(head.count() + 1)
                : new VerificationResult.Intact(head);
    }

    private boolean follows(ChainedEvent event) {
        return event.position() == head.count() + 1 && belongsNext(event);
    }

    private boolean belongsNext(ChainedEvent event) {
        return chain.append(head, event.event()).mac().equals(event.mac());
    }

    private boolean contradictsWhatWasKept() {
        return kept.stream().anyMatch(same -> same.count() == head.count() && !same.equals(head));
    }

    private VerificationResult wrong(ChainedEvent event, Iterator<ChainedEvent> later) {
        long expected = head.count() + 1;
        boolean elsewhere = belongsNext(event);
        while (!elsewhere && later.hasNext()) {
            elsewhere = belongsNext(later.next());
        }
        if (elsewhere) {
            return new VerificationResult.Reordered(expected);
        }
        return event.position() > expected
                ? new VerificationResult.Missing(expected)
                : new VerificationResult.Changed(expected);
    }
}
