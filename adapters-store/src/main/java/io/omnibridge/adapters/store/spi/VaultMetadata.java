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
     * Replaces a value by {@code next} if it is {@code expected} at this moment, also if other nodes write. Empty means that there is no
     * value: one that is expected, or none that is left.
     *
     * @param next not empty if {@code expected} is
     * @return whether it took place; false also if it did, but a reply was lost and the call sent again
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
