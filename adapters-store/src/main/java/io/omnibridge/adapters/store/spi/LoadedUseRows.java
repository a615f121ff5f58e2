package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.lease.StoredLease;

/** What a {@link UserChunk} of leases, the last sign-out or the log of uses adds to {@link UseRows}. */
final class LoadedUseRows {

    private LoadedUseRows() {}

    static UseRows of(UserChunk chunk, UseRows rows) {
        if (chunk instanceof UserChunk.Leases page) {
            return rows.withLeases(RowChanges.loaded(rows.leases(), page.leases(), StoredLease::id));
        }
        if (chunk instanceof UserChunk.SignedOut last) {
            return rows.withSignedOutAt(last.at());
        }
        if (chunk instanceof UserChunk.UseStart start) {
            return rows.withHead(start.head()).withBase(start.base());
        }
        return rows.withReceipts(Logs.joined(rows.receipts(), ((UserChunk.Uses) chunk).oldestFirst()));
    }
}
