package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;

/** Runs refreshes of background work beside the scan that found them, so that no provider delays another. Thread-safe. */
@FunctionalInterface
public interface RefreshWorkers {

    /**
     * Has {@code refresh} run soon, and returns at once. It may do nothing: the next scan finds the account again.
     *
     * @param account the account that it refreshes
     */
    void submit(AccountKey account, Runnable refresh);
}
