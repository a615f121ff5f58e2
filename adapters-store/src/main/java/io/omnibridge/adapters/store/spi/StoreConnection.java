package io.omnibridge.adapters.store.spi;

import io.omnibridge.application.port.StoreHealth;

/** Connection of this process to a store outside of it. Thread-safe. */
@FunctionalInterface
public interface StoreConnection extends StoreHealth, AutoCloseable {

    /** Closes all that is open. */
    @Override
    default void close() {}
}
