package io.omnibridge.bootstrap.command;

import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the progress of a scan about once a second, and once each account whose credentials do not open, by its digest only, and each
 * lease whose terms do not open, by its id, which is random.
 * Not thread-safe.
 */
final class ScanProgress implements ScanObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ScanProgress.class);

    /** Bounds the memory and the log when a whole keyset is wrong. */
    private static final int MAX_LOGGED_NAMES = 10_000;

    private final String verb;
    private final Ticker ticker;
    private final Set<String> logged = new HashSet<>();

    /** @param verb what the scan does, such as {@code resealing} */
    ScanProgress(String verb, Clock clock) {
        this.verb = verb;
        this.ticker = new Ticker(clock);
    }

    @Override
    public void scanned(long count) {
        if (ticker.poll()) {
            LOG.info("{}: accounts so far: {}", verb, count);
        }
    }

    @Override
    public void unreadable(AccountKey account) {
        String digest = AccountDigest.of(account);
        if (isNew(digest)) {
            LOG.warn("credentials_unreadable account={}", digest);
        }
    }

    @Override
    public void unreadable(StoredLease lease) {
        if (isNew(lease.id().value())) {
            LOG.warn("lease_unreadable lease={}", lease.id().value());
        }
    }

    private boolean isNew(String name) {
        return logged.size() < MAX_LOGGED_NAMES && logged.add(name);
    }
}
