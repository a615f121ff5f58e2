package io.omnibridge.domain;

import java.util.Arrays;

/**
 * Encrypted bytes, opaque to all but the sealer that wrote them, and safe to store. Each subclass is one kind of sealed
 * data; instances of different kinds are never equal. Immutable: bytes are copied in and out.
 */
public abstract class SealedBytes {

    private final byte[] bytes;

    /** @throws InvalidValue if there are no bytes */
    protected SealedBytes(byte[] bytes) {
        InvalidValue.unless(bytes.length > 0, "must not be empty");
        this.bytes = bytes.clone();
    }

    /** Returns a copy of the bytes. */
    public final byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof SealedBytes sealed
                && sealed.getClass() == getClass()
                && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns the kind and the number of bytes. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + bytes.length + " bytes]";
    }
}
