package io.omnibridge.application.maintenance;

import io.omnibridge.domain.account.AccountKey;

/** Observes the progress of a scan over accounts and pending revocations. */
public interface ScanObserver {

    /**
     * Called after each page.
     *
     * @param count how many accounts and pending revocations were scanned so far, some perhaps twice
     */
    void scanned(long count);

    /**
     * Called when the credentials of {@code account}, or the token of its pending revocation, do not open; perhaps
     * twice.
     */
    void unreadable(AccountKey account);
}
