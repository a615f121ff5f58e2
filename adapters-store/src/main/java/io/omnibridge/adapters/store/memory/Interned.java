package io.omnibridge.adapters.store.memory;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Gives one instance for equal values, so that a million accounts with the same scopes keep them once. It remembers at most
 * 256 values, the newest of each place that a hash leads to: what it does not remember is kept as it came, which only takes
 * more memory. Thread-safe.
 */
final class Interned<T> {

    private static final int PLACES = 256;

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);

    /** A value that equals {@code value}. */
    T of(T value) {
        int hash = value.hashCode();
        int place = Math.floorMod(hash ^ (hash >>> 16), PLACES);
        T known = places.get(place);
        if (value.equals(known)) {
            return known;
        }
        places.set(place, value);
        return value;
    }
}
