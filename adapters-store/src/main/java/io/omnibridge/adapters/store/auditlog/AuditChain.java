package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.ClientId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chains the events of each user: the MAC of an event covers all of it, its position, its user, the issuer, and the MAC of
 * the event before. Who can write the store and lacks the key can neither change, add, reorder nor remove an event so that
 * the record still verifies; only to cut off its end, together with the stored head, is noticed by nothing but a head that
 * was kept elsewhere. Thread-safe.
 */
public final class AuditChain implements EventChain {

    private static final String FORMAT = "1";
    private static final String PURPOSE = "record";

    private final AuditLogKey key;
    private final String issuer;

    /** @param issuer whose users the records belong to: the same user id at another one is another user */
    public AuditChain(AuditLogKey key, String issuer) {
        this.key = Objects.requireNonNull(key);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public StoredChainHead append(StoredChainHead head, AuditEvent event) {
        long position = head.count() + 1;
        return new StoredChainHead(position, key.mac(message(position, head.mac(), event)));
    }

    /**
     * Checks one user's record from its first event on. An event that was exchanged for another counts as changed.
     *
     * @param oldestFirst all events, in the order of their positions; read once
     * @param kept heads of the same record, of its end or of any earlier time; {@link StoredChainHead#NONE} counts for nothing
     */
    public VerificationResult verify(Iterable<ChainedEvent> oldestFirst, StoredChainHead... kept) {
        return new ChainVerification(this, List.of(kept)).of(oldestFirst.iterator());
    }

    /** By which these records are known again: the same for the same key and issuer, and no use for making any. */
    public byte[] identity() {
        return key.mac(LengthPrefixed.of(FORMAT, "records", issuer)).toBytes();
    }

    private byte[] message(long position, EventMac previous, AuditEvent event) {
        AuditedAction action = event.action();
        return LengthPrefixed.of(
                FORMAT,
                PURPOSE,
                issuer,
                action.user().value(),
                Long.toString(position),
                previous.toHex(),
                action.kind().name(),
                Long.toString(action.at().toEpochMilli()),
                orEmpty(action.client(), ClientId::value),
                orEmpty(action.account(), account -> account.provider().value()),
                orEmpty(action.account(), AuditChain::providerAccountId),
                action.requestId().value(),
                event.outcome().name());
    }

    private static String providerAccountId(AccountKey account) {
        return account.providerAccountId().value();
    }

    /** None of the values can be empty itself. */
    private static <T> String orEmpty(Optional<T> part, Function<T, String> value) {
        return part.map(value).orElse("");
    }
}
