package io.omnibridge.domain.revocation;

import io.omnibridge.domain.InvalidValue;
import java.util.Arrays;

/** One token, encrypted for the one purpose of being revoked: opaque bytes that are safe to store. Immutable. */
public final class SealedToken {

    private final byte[] bytes;

    /** @throws InvalidValue if there are no bytes */
    public SealedToken(byte[] bytes) {
        InvalidValue.unless(bytes.length > 0, "must not be empty");
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedToken sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedToken[" + bytes.length + " bytes]";
    }
}
