package io.omnibridge.adapters.store.redis.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server answered. Whoever reads it says what it must be; anything else is {@link Unexpected}. */
public final class Reply {

    private final @Nullable Object value;

    /** @param value a byte array, a {@link Long}, a list of such values, or null */
    public Reply(@Nullable Object value) {
        this.value = value;
    }

    /** The answer is none to what was asked. */
    public static final class Unexpected extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    public Optional<byte[]> optionalBytes() {
        return value == null ? Optional.empty() : Optional.of(bytes());
    }

    public byte[] bytes() {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw new Unexpected();
    }

    public Optional<String> optionalText() {
        return optionalBytes().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public long number() {
        if (value instanceof Long number) {
            return number;
        }
        throw new Unexpected();
    }

    public List<Reply> list() {
        if (value instanceof List<?> list) {
            return list.stream().map(Reply::new).toList();
        }
        throw new Unexpected();
    }

    /** @param size that it must have */
    public List<Reply> list(int size) {
        List<Reply> list = list();
        if (list.size() != size) {
            throw new Unexpected();
        }
        return list;
    }
}
