package io.omnibridge.adapters.store.spi;

import io.omnibridge.application.port.StoreUnavailable;
import java.time.Instant;

/** Clock of a store. All nodes of a vault read the same clock, so they decide alike even if their own clocks differ. Thread-safe. */
@FunctionalInterface
public interface StoreTime {

    /**
     * Reads the store's current time, in whole milliseconds.
     *
     * @throws StoreUnavailable if the store did not respond by its deadline
     */
    Instant read();
}
