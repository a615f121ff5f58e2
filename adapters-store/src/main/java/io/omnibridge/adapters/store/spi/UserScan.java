package io.omnibridge.adapters.store.spi;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;

/**
 * Scans over all users of a store, page by page, as {@link AccountScan} describes them: rows that cannot be read are counted, and
 * stop no scan. A page may take several calls, each with a deadline of its own.
 *
 * <p>Every method throws {@link StoreUnavailable} if the store did not respond in time, and {@link InvalidValue} if the cursor is not
 * one that the same method returned. Thread-safe.
 */
public interface UserScan {

    /** Reads some accounts with their credentials. */
    ScanPage<Account> accounts(ScanCursor after, int limit);

    /** Reads some ids of users of whom the store has anything. */
    ScanPage<UserId> users(ScanCursor after, int limit);

    /** Reads some pending revocations. */
    ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit);

    /** Reads some leases. */
    ScanPage<StoredLease> leases(ScanCursor after, int limit);
}
