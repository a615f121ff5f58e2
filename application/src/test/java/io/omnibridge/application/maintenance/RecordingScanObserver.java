package io.omnibridge.application.maintenance;

import io.omnibridge.domain.account.AccountKey;
import java.util.ArrayList;
import java.util.List;

/** What an observer was told. */
final class RecordingScanObserver implements ScanObserver {

    final List<Long> met = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();

    @Override
    public void scanned(long accounts) {
        met.add(accounts);
    }

    @Override
    public void unreadable(AccountKey account) {
        unreadable.add(account.providerAccountId().value());
    }
}
