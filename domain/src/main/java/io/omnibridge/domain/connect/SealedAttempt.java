package io.omnibridge.domain.connect;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.SealedBytes;

/** The secrets of a connect attempt, encrypted and bound to that attempt. Immutable. */
public final class SealedAttempt extends SealedBytes {

    /** @throws InvalidValue if there are no bytes */
    public SealedAttempt(byte[] bytes) {
        super(bytes);
    }
}
