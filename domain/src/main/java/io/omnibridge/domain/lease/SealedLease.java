package io.omnibridge.domain.lease;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.SealedBytes;

/** The terms of a lease and the hash of its secret, encrypted and bound to the lease and its owner. Immutable. */
public final class SealedLease extends SealedBytes {

    /** @throws InvalidValue if there are no bytes */
    public SealedLease(byte[] bytes) {
        super(bytes);
    }
}
