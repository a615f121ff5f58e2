package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.domain.InvalidValue;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Removes receipts of uses that are older than the retention, of all users. The newest receipt of each user stays. It may be interrupted
 * at any moment, run again, and run on several nodes at once.
 */
public final class PruneUses {

    private static final Duration MIN_RETENTION = Duration.ofDays(1);

    private final AccountScan scan;
    private final UseLog useLog;
    private final Duration retention;
    private final Clock clock;

    /**
     * @param retention at least one day
     * @throws InvalidValue if the retention is shorter
     */
    public PruneUses(AccountScan scan, UseLog useLog, Duration retention, Clock clock) {
        InvalidValue.unless(retention.compareTo(MIN_RETENTION) >= 0, "must be at least one day");
        this.scan = Objects.requireNonNull(scan);
        this.useLog = Objects.requireNonNull(useLog);
        this.retention = retention;
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Prunes the logs of all users.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; what was removed stays removed
     */
    public PruneUsesResult prune() {
        UsePruner pruner = new UsePruner(useLog, clock.instant().minus(retention));
        return pruner.result(PagedScan.forEach(scan::users, pruner::prune, page -> {}));
    }
}
