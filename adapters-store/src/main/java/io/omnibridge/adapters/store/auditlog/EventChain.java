package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.audit.AuditEvent;

/** Computes chain heads. Thread-safe. */
public interface EventChain {

    /** Chain of a store that nothing can tamper with: it counts the events, and computes no MAC. */
    EventChain UNCHAINED = new EventChain() {

        @Override
        public StoredChainHead headAfter(StoredChainHead head, AuditEvent event) {
            return new StoredChainHead(head.count() + 1, StoredChainHead.NONE.mac());
        }

        @Override
        public UseChain uses() {
            return UseChain.UNCHAINED;
        }
    };

    /** Returns the chain head of the event's user after {@code event} was appended behind {@code head}. */
    StoredChainHead headAfter(StoredChainHead head, AuditEvent event);

    /** Returns the chain of the logs of uses of the same vault. */
    UseChain uses();
}
