package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.lease.StoredLease;

/** What a {@link UserPart} of leases, the last sign-out or the log of uses adds to {@link UseRows}. */
final class LoadedUseRows {

    private LoadedUseRows() {}

    static UseRows of(UserPart part, UseRows rows) {
        if (part instanceof UserPart.Leases page) {
            return rows.withLeases(RowChanges.loaded(rows.leases(), page.leases(), StoredLease::id));
        }
        if (part instanceof UserPart.SignedOut last) {
            return rows.withSignedOutAt(last.at());
        }
        if (part instanceof UserPart.UseStart start) {
            return rows.withHead(start.head()).withBase(start.base());
        }
        return rows.withReceipts(Logs.joined(rows.receipts(), ((UserPart.Uses) part).oldestFirst()));
    }
}
