package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Value of a key or a field in Redis, as OmniBridge reads it. */
final class RedisValue {

    private RedisValue() {}

    /** @throws UnreadableValue if {@code reading} fails because the value has another form than OmniBridge writes */
    static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchElementException e) {
            throw new UnreadableValue();
        }
    }
}
