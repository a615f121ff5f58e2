package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.audit.AuditEvent;

/** Computes chain heads. Thread-safe. */
@FunctionalInterface
public interface EventChain {

    /** Chain of a store that nothing can tamper with: it counts the events, and computes no MAC. */
    EventChain UNCHAINED = (head, event) -> new StoredChainHead(head.count() + 1, StoredChainHead.NONE.mac());

    /** Returns the chain head of the event's user after {@code event} was appended behind {@code head}. */
    StoredChainHead append(StoredChainHead head, AuditEvent event);
}
