package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.credentials.RefreshWorkers;
import io.omnibridge.domain.account.AccountKey;

/** Threads that refresh idle grants, a few for each provider. What does not fit is found by the next scan. Thread-safe. */
final class RefreshThreads implements RefreshWorkers {

    /** More than two threads refresh between two scans. */
    private static final int MAX_QUEUED = 10_000;

    private final ProviderThreads threads = new ProviderThreads("refresh", MAX_QUEUED);

    @Override
    public void submit(AccountKey account, Runnable refresh) {
        threads.submit(account.provider(), account, refresh);
    }

    /** Begins no further refresh. One that runs goes on: an interrupted call can end a grant. */
    void stop() {
        threads.stop();
    }
}
