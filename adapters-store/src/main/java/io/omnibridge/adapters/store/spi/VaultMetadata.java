package io.omnibridge.adapters.store.spi;

import io.omnibridge.application.port.StoreUnavailable;
import java.util.Optional;
import java.util.Set;

/**
 * Metadata of a whole vault in a durable store: a few named values. A value is never overwritten unless the node that
 * replaces it names the value it replaces. All methods throw {@link StoreUnavailable} if the store did not respond by its
 * deadline. Thread-safe.
 */
public interface VaultMetadata {

    /** Returns the names of all values. */
    Set<String> names();

    Optional<byte[]> find(String name);

    /**
     * Stores {@code next}, or removes the value if it is empty, if the value still is {@code expected}, or if there is none and that is
     * empty; also if other nodes write at the same moment.
     *
     * @return whether it took place
     */
    boolean compareAndSet(String name, Optional<byte[]> expected, Optional<byte[]> next);

    /** Stores a value unless there is one of this name. */
    default void putIfAbsent(String name, byte[] value) {
        compareAndSet(name, Optional.empty(), Optional.of(value));
    }

    /** Replaces the value if it still is {@code expected}, and returns whether it did. */
    default boolean replace(String name, byte[] expected, byte[] value) {
        return compareAndSet(name, Optional.of(expected), Optional.of(value));
    }

    /** Removes the value if it still is {@code expected}, and returns whether it did. */
    default boolean remove(String name, byte[] expected) {
        return compareAndSet(name, Optional.of(expected), Optional.empty());
    }

    /** Whether the store has anything of any user. */
    boolean hasUsers();
}
