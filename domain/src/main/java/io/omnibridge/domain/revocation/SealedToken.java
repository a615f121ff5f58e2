package io.omnibridge.domain.revocation;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.SealedBytes;

/** One token, encrypted for its revocation and bound to one pending revocation. Immutable. */
public final class SealedToken extends SealedBytes {

    /** @throws InvalidValue if there are no bytes */
    public SealedToken(byte[] bytes) {
        super(bytes);
    }
}
