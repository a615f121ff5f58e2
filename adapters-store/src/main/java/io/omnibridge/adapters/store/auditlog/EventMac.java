package io.omnibridge.adapters.store.auditlog;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** MAC of one audit event. It is not secret. Immutable: bytes are copied in and out. */
public final class EventMac {

    private final byte[] bytes;

    /** @param bytes of any length, since an attacker who can write the store can store anything */
    public EventMac(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Returns the bytes as lower-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EventMac mac && MessageDigest.isEqual(bytes, mac.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
