package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.audit.AuditEvent;
import java.util.List;
import java.util.Objects;

/**
 * Chain of MACs over the audit log of each user. The MAC of an event covers all of the event, its position, its user, the issuer, and
 * the MAC of the event before. An attacker who can write the store and lacks the key cannot change, add, reorder or remove an event
 * without a trace. Only the end can be cut off together with the stored chain head: a chain head that was kept elsewhere
 * reveals that. Thread-safe.
 */
public final class AuditChain implements EventChain {

    /** Part of every identity: it never changes. */
    private static final String IDENTITY = "records";

    private final AuditLogKey key;
    private final String issuer;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public AuditChain(AuditLogKey key, String issuer) {
        this.key = Objects.requireNonNull(key);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public StoredChainHead headAfter(StoredChainHead head, AuditEvent event) {
        long position = head.count() + 1;
        return new StoredChainHead(position, key.mac(EventMessage.of(issuer, position, head.mac(), event)));
    }

    @Override
    public UseChain uses() {
        return new KeyedUseChain(key, issuer);
    }

    /**
     * Verifies one user's audit log from its first event on. An event that was replaced by another counts as changed.
     *
     * @param oldestFirst all events, in the order of their positions; read once
     * @param kept chain heads of the same audit log, of now or of any earlier time; {@link StoredChainHead#NONE} demands nothing
     */
    public VerificationResult verify(Iterable<ChainedEvent> oldestFirst, StoredChainHead... kept) {
        return new ChainVerification<ChainedEvent>(
                        (head, event) -> headAfter(head, event.event()), StoredChainHead.NONE, List.of(kept))
                .of(oldestFirst.iterator());
    }

    /** Returns bytes that identify the key and the issuer, and that are of no use for computing a MAC. */
    public byte[] identity() {
        return key.mac(LengthPrefixed.of(EventMessage.FORMAT_1, IDENTITY, issuer))
                .toBytes();
    }
}
