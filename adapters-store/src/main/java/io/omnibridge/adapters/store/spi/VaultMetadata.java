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

    /** Stores a value unless there is one of this name, also if other nodes write at the same moment. */
    void putIfAbsent(String name, byte[] value);

    /** Replaces the value if it still is {@code expected}, and returns whether it did. */
    boolean replace(String name, byte[] expected, byte[] value);

    /** Removes the value if it still is {@code expected}, and returns whether it did. */
    boolean remove(String name, byte[] expected);

    /** Whether the store has anything of any user. */
    boolean hasUsers();
}
