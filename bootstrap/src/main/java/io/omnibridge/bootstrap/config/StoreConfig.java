package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.List;
import java.util.Optional;

/** The store of the vault, as it is configured. */
public sealed interface StoreConfig {

    /** Returns the names of settings that are set and have no effect on this store. */
    List<String> unused();

    /**
     * The heap of this process.
     *
     * @param keyset the keyset that seals; empty for a fresh one, because nothing that it seals outlives the process
     */
    record Memory(Optional<Keyset> keyset, List<String> unused) implements StoreConfig {}

    /** A server that any number of nodes share. */
    record Durable(ServerConfig server, Keyset keyset, List<String> unused) implements StoreConfig {}
}
