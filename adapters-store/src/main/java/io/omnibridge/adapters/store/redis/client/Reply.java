package io.omnibridge.adapters.store.redis.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reply of a node to one command. Each accessor states the type that the caller expects. A reply of another type does not
 * belong to the command: the client then closes the connection, and the call fails with StoreUnavailable.
 */
public final class Reply {

    private final @Nullable Object value;

    /** @param value a byte array, a {@link Long}, a list of such values, or null */
    public Reply(@Nullable Object value) {
        this.value = value;
    }

    /** The reply has another type than the command's. */
    static final class Unexpected extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Returns empty when Redis has no such value. */
    public Optional<byte[]> optionalBytes() {
        return value == null ? Optional.empty() : Optional.of(bytes());
    }

    public byte[] bytes() {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw new Unexpected();
    }

    /** Returns empty when Redis has no such value. */
    public Optional<String> optionalText() {
        return optionalBytes().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Returns the bytes decoded as UTF-8. */
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

    /** Returns a list that has exactly {@code size} elements. */
    public List<Reply> list(int size) {
        List<Reply> list = list();
        if (list.size() != size) {
            throw new Unexpected();
        }
        return list;
    }
}
