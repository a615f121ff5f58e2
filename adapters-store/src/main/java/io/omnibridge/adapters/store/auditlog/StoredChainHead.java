package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.ChainHead;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Chain head of one audit log as a store keeps it: position and MAC of the last event.
 *
 * @param count how many events the audit log has
 * @param mac of the last event; empty if there is none
 */
public record StoredChainHead(long count, EventMac mac) {

    /** Chain head of an audit log without events. */
    public static final StoredChainHead NONE = new StoredChainHead(0, new EventMac(new byte[0]));

    /** @throws InvalidValue if {@code count} is negative */
    public StoredChainHead {
        InvalidValue.unless(count >= 0, "must have a count of at least 0");
        Objects.requireNonNull(mac, "mac");
    }

    /** Returns the chain head that an operator or a client kept. */
    public static StoredChainHead of(ChainHead kept) {
        return new StoredChainHead(kept.count(), new EventMac(HexFormat.of().parseHex(kept.mac())));
    }

    /** Returns whether a key computed it: the store in memory keeps heads without a MAC. */
    public boolean isChained() {
        return mac.toBytes().length > 0;
    }

    /**
     * Returns the chain head for keeping elsewhere; empty if there is no event.
     *
     * @throws InvalidValue if no chain computes such a head
     */
    public Optional<ChainHead> toChainHead() {
        return equals(NONE) ? Optional.empty() : Optional.of(new ChainHead(count, mac.toHex()));
    }
}
