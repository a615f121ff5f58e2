package io.omnibridge.adapters.http.jwt;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which tokens came lately, in a table that never grows: each takes the place of another. It may forget, and it may,
 * once in some 10^9 times, mistake one token for another; nothing but what is worth remembering may depend on it.
 * Thread-safe, without a lock.
 */
final class Doorkeeper {

    private static final int PLACES = 1 << 15;

    private final AtomicIntegerArray marks = new AtomicIntegerArray(PLACES);

    /** Whether it came before, as far as is known; from now on it has. */
    boolean cameBefore(String digest) {
        int mark = bits(digest, 0);
        int place = bits(digest, Integer.BYTES) & PLACES - 1;
        return marks.getAndSet(place, mark) == mark;
    }

    /** Four of its characters, which are hashed bytes: as good as random. */
    private static int bits(String digest, int from) {
        int bits = 0;
        for (int i = from; i < from + Integer.BYTES; i++) {
            bits = bits << Byte.SIZE | digest.charAt(i);
        }
        return bits;
    }
}
