package io.omnibridge.domain.connect;

import io.omnibridge.domain.InvalidValue;
import java.util.Arrays;

/** The secrets of an attempt, encrypted and bound to it: opaque bytes that are safe to store. Immutable. */
public final class SealedAttempt {

    private final byte[] bytes;

    /** @throws InvalidValue if there are no bytes */
    public SealedAttempt(byte[] bytes) {
        InvalidValue.unless(bytes.length > 0, "must not be empty");
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedAttempt sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedAttempt[" + bytes.length + " bytes]";
    }
}
