package io.omnibridge.application.revocation;

import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.port.AccountScan;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Has all pending revocations attempted that are due, and those abandoned that are too old. Any number of nodes may run it at the
 * same time.
 */
public final class RevokeDueGrants {

    private final AccountScan scan;
    private final RevocationWorkers workers;
    private final Clock clock;

    public RevokeDueGrants(AccountScan scan, RevocationWorkers workers, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.workers = Objects.requireNonNull(workers);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Visits every pending revocation at least once.
     *
     * @return how many could not be read
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was submitted remains so
     */
    public long submit() {
        Instant now = clock.instant();
        return PagedScan.forEach(
                scan::pendingRevocations,
                revocation -> {
                    if (revocation.isDueAt(now) || revocation.isAbandonedAt(now)) {
                        workers.submit(revocation);
                    }
                },
                page -> {});
    }
}
