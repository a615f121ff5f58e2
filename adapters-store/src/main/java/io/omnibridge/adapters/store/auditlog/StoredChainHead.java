package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.ChainHead;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a record ends: whoever keeps a head notices later if anything before it was changed or removed.
 *
 * @param count how many events the record has
 * @param mac the MAC of the last one; empty when there is none
 */
public record StoredChainHead(long count, EventMac mac) {

    /** The head of a record without events. */
    public static final StoredChainHead NONE = new StoredChainHead(0, new EventMac(new byte[0]));

    /** @throws InvalidValue if {@code count} is negative */
    public StoredChainHead {
        InvalidValue.unless(count >= 0, "must have a count of at least 0");
        Objects.requireNonNull(mac, "mac");
    }

    /** The head that somebody kept. */
    public static StoredChainHead of(ChainHead kept) {
        return new StoredChainHead(kept.count(), new EventMac(HexFormat.of().parseHex(kept.mac())));
    }

    /**
     * For keeping elsewhere; empty when there is nothing to keep.
     *
     * @throws InvalidValue if no head of a record is like this one
     */
    public Optional<ChainHead> toChainHead() {
        return equals(NONE) ? Optional.empty() : Optional.of(new ChainHead(count, mac.toHex()));
    }
}
