package io.omnibridge.domain.credentials;

import io.omnibridge.domain.InvalidValue;
import java.util.Arrays;

/**
 * Credentials encrypted and bound to their account: opaque bytes that are safe to store. Immutable: bytes are copied in and
 * out.
 */
public final class SealedCredentials {

    private final byte[] bytes;

    /** @throws InvalidValue if there are no bytes */
    public SealedCredentials(byte[] bytes) {
        InvalidValue.unless(bytes.length > 0, "must not be empty");
        this.bytes = bytes.clone();
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
