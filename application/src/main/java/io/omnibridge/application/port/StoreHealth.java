package io.omnibridge.application.port;

/** Checks whether the store can be reached. Thread-safe. */
public interface StoreHealth {

    /**
     * Returns if the store answers now, within its deadline.
     *
     * @throws StoreUnavailable if it does not
     */
    void check();
}
