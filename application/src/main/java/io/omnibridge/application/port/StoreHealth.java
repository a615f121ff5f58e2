package io.omnibridge.application.port;

/** Tells whether the store can be reached. Thread-safe. */
public interface StoreHealth {

    /** Returns if the store answers now, within its deadline; else throws {@link StoreUnavailable}. */
    void check();
}
