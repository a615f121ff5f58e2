package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.scan.CursorKind;
import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.function.BiFunction;

/** Scans in the order of the primary keys, byte by byte. A page is one statement. Thread-safe. */
record PostgresScan(Database database) implements UserScan {

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        return page(CursorKind.ACCOUNTS, ScanQueries::accounts, after, limit);
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        return page(CursorKind.USERS, ScanQueries::users, after, limit);
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        return page(CursorKind.PENDING_REVOCATIONS, RevocationQueries::scan, after, limit);
    }

    @Override
    public ScanPage<StoredLease> leases(ScanCursor after, int limit) {
        return page(CursorKind.LEASES, LeaseQueries::scan, after, limit);
    }

    private <T> ScanPage<T> page(
            CursorKind kind,
            BiFunction<DecodedCursor, Integer, Query<ScanItem<T>>> query,
            ScanCursor after,
            int limit) {
        List<ScanItem<T>> items = database.call(query.apply(DecodedCursor.of(kind, after), limit));
        return ScanItem.page(items, limit);
    }
}
