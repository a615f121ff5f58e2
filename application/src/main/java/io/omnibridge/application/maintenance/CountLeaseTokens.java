package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.SealingKeys;
import java.time.Clock;
import java.util.Objects;

/**
 * Counts the live leases whose tokens were sealed by one key. A client keeps its token, so nothing can seal it anew: a node without
 * that key does not open it. Leases whose terms do not open are left out, because their tokens open nothing either.
 */
public final class CountLeaseTokens {

    private final AccountScan scan;
    private final SealingKeys keys;
    private final Clock clock;

    public CountLeaseTokens(AccountScan scan, SealingKeys keys, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.keys = Objects.requireNonNull(keys);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Counts the tokens that the key {@code id} sealed.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public LeaseTokenCount of(long id) {
        LeaseTokenCounter counter = new LeaseTokenCounter(keys, id, clock.instant());
        PagedScan.forEach(scan::leases, counter::visit, page -> {});
        return counter.count();
    }
}
