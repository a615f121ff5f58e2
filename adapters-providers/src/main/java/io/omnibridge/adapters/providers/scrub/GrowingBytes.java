package io.omnibridge.adapters.providers.scrub;

import java.util.Arrays;

/** Bytes that grow at their end, without the locks of {@link java.io.ByteArrayOutputStream}. Not thread-safe. */
final class GrowingBytes {

    private static final int MIN_CAPACITY = 64;

    private byte[] bytes = new byte[MIN_CAPACITY];
    private int size;

    void add(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = b;
    }

    void add(byte[] more) {
        if (size + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more.length));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** Adds what another one has, and empties it. */
    void addAll(GrowingBytes other) {
        if (other.size > 0) {
            add(other.take());
        }
    }

    /** Overwrites the last bytes. */
    void overwrite(int count, byte b) {
        Arrays.fill(bytes, size - count, size, b);
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Returns all bytes. */
    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    /** Returns all bytes and forgets them. */
    byte[] take() {
        byte[] taken = copy();
        size = 0;
        return taken;
    }
}
