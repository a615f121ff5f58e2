package io.omnibridge.application.maintenance;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.lease.StoredLease;
import java.util.ArrayList;
import java.util.List;

/** Records what it observes. */
final class RecordingScanObserver implements ScanObserver {

    final List<Long> scanned = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();

    @Override
    public void scanned(long count) {
        scanned.add(count);
    }

    @Override
    public void unreadable(AccountKey account) {
        unreadable.add(account.providerAccountId().value());
    }

    @Override
    public void unreadable(StoredLease lease) {
        unreadable.add(lease.id().value());
    }
}
