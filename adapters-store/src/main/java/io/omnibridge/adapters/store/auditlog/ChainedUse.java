package io.omnibridge.adapters.store.auditlog;

import io.omnibridge.domain.use.UseReceipt;
import java.util.Objects;

/**
 * Receipt of a use as a store keeps it.
 *
 * @param position 1 for the first receipt of the user, and one more for each that follows
 * @param mac computed over the receipt when it was appended
 */
public record ChainedUse(long position, UseReceipt receipt, EventMac mac) implements Chained {

    public ChainedUse {
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(mac, "mac");
    }
}
