package io.omnibridge.adapters.store.auditlog;

import java.util.Iterator;
import java.util.List;

/** One verification of one audit log. Not thread-safe. */
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
                return VerificationResult.Fault.CHANGED.at(head.count());
            }
        }
        return kept.stream().anyMatch(later -> later.count() > head.count())
                ? VerificationResult.Fault.TRUNCATED.at(head.count() + 1)
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
            return VerificationResult.Fault.REORDERED.at(expected);
        }
        return event.position() > expected
                ? VerificationResult.Fault.MISSING.at(expected)
                : VerificationResult.Fault.CHANGED.at(expected);
    }
}
