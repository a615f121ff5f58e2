package io.omnibridge.domain.credentials;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.SealedBytes;

/** Credentials, encrypted and bound to one version of one account. Immutable. */
public final class SealedCredentials extends SealedBytes {

    /** Stands for credentials that were erased: one byte that no sealer writes and none opens. */
    public static final SealedCredentials ERASED = new SealedCredentials(new byte[] {0});

    /** @throws InvalidValue if there are no bytes */
    public SealedCredentials(byte[] bytes) {
        super(bytes);
    }

    /** Returns whether the credentials were erased. */
    public boolean isErased() {
        return equals(ERASED);
    }
}
