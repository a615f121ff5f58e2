package io.omnibridge.application.maintenance;

import io.omnibridge.domain.account.AccountKey;
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
}
