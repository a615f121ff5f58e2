package io.omnibridge.adapters.store.redis;

import java.util.function.Supplier;

/** What Redis has under a key or a field, as OmniBridge reads it. */
final class Row {

    private Row() {}

    /** Somebody else wrote it. It has no cause: that may repeat what is there. */
    static final class NotOurs extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NotOurs() {
            super("a value in Redis is not as OmniBridge writes it");
        }
    }

    /** @throws NotOurs if {@code reading} meets what no value of its type can be */
    static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.util.NoSuchElementException e) {
            throw new NotOurs();
        }
    }
}
