package io.omnibridge.adapters.store.record;

import io.omnibridge.domain.InvalidValue;
import java.util.Objects;

/**
 * Where a record ends: whoever keeps a head notices later if anything before it was changed or removed.
 *
 * @param count how many events the record has
 * @param mac the MAC of the last one; empty when there is none
 */
public record RecordHead(long count, RecordMac mac) {

    /** The head of a record without events. */
    public static final RecordHead NONE = new RecordHead(0, new RecordMac(new byte[0]));

    /** @throws InvalidValue if {@code count} is negative */
    public RecordHead {
        InvalidValue.unless(count >= 0, "must have a count of at least 0");
        Objects.requireNonNull(mac, "mac");
    }
}
