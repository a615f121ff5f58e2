package io.omnibridge.adapters.store.vault;

import io.omnibridge.application.port.StoreUnavailable;
import java.util.Optional;
import java.util.Set;

/**
 * What a store remembers about the whole vault: a few named values, each written once by whichever node is first, and later
 * only by who knows what is there. All methods throw {@link StoreUnavailable} if the store did not answer in time. Thread-safe.
 */
public interface VaultMetadata {

    /** The names of all facts. */
    Set<String> names();

    Optional<byte[]> find(String name);

    /** Remembers a fact, unless there is one of this name: nothing is ever overwritten, whoever else writes meanwhile. */
    void putIfAbsent(String name, byte[] value);

    /** Replaces a fact that still is {@code expected}; answers whether it took place. */
    boolean replace(String name, byte[] expected, byte[] value);

    /** Forgets a fact that still is {@code expected}; answers whether it took place. */
    boolean remove(String name, byte[] expected);

    /** Whether anything was ever kept for any user. */
    boolean holdsUsers();
}
