package io.omnibridge.adapters.http.jwt;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Admission filter of the cache of verified tokens (TinyLFU's term): tells whether a token was seen recently, in a table of fixed
 * size where each token overwrites another. It may forget a token, and once in some 10^9 times it mistakes one for another. So
 * only the choice of what to cache may depend on it. Thread-safe, without a lock.
 */
final class Doorkeeper {

    private static final int PLACES = 1 << 15;

    private final AtomicIntegerArray marks = new AtomicIntegerArray(PLACES);

    /** Returns whether the token was seen before, as far as the table knows, and marks it as seen. */
    boolean seenBefore(String digest) {
        int mark = bits(digest, 0);
        int place = bits(digest, Integer.BYTES) & PLACES - 1;
        return marks.getAndSet(place, mark) == mark;
    }

    /** Returns four characters of the digest, which are hashed bytes, as a number. */
    private static int bits(String digest, int from) {
        int bits = 0;
        for (int i = from; i < from + Integer.BYTES; i++) {
            bits = bits << Byte.SIZE | digest.charAt(i);
        }
        return bits;
    }
}
