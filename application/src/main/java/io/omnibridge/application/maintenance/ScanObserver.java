package io.omnibridge.application.maintenance;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.lease.StoredLease;

/** Observes the progress of a scan over accounts, pending revocations and leases. */
public interface ScanObserver {

    /**
     * Called after each page.
     *
     * @param count how many accounts, pending revocations and leases were scanned so far, some perhaps twice
     */
    void scanned(long count);

    /**
     * Called when the credentials of {@code account}, or the token of its pending revocation, do not open; perhaps
     * twice.
     */
    void unreadable(AccountKey account);

    /** Called when the terms of {@code lease} do not open; perhaps twice. */
    void unreadable(StoredLease lease);
}
