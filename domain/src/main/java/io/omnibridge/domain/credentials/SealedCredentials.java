package io.omnibridge.domain.credentials;

import io.omnibridge.domain.InvalidValue;
import java.util.Arrays;

/**
 * Credentials encrypted and bound to their account: opaque bytes that are safe to store. Immutable: bytes are copied in and
 * out.
 */
public final class SealedCredentials {

    /** What is kept where credentials were: one byte that no sealer writes and none opens. */
    public static final SealedCredentials ERASED = new SealedCredentials(new byte[] {0});

    private final byte[] bytes;

    /** @throws InvalidValue if there are no bytes */
    public SealedCredentials(byte[] bytes) {
        InvalidValue.unless(bytes.length > 0, "must not be empty");
        this.bytes = bytes.clone();
    }

    /** Whether the credentials were erased, and nothing is left to open. */
    public boolean isErased() {
        return equals(ERASED);
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedCredentials sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedCredentials[" + bytes.length + " bytes]";
    }
}
