package io.omnibridge.adapters.store.spi;

import java.util.function.Function;

/** What a {@link UseStore} offers that can read and write the logs of several users at once: their receipts share round trips. Thread-safe. */
public interface SharedUseStore {

    /** Runs {@code work} in a session. Once its deadline has passed, every step fails. */
    <T> T inSession(Function<SharedUseSession, T> work);
}
