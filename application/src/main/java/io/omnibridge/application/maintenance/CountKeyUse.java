package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.SealingKeys;
import java.time.Clock;
import java.util.Objects;

/**
 * Counts which accounts, pending revocations and leases need which key, without opening any. Erased credentials need no key, and
 * neither does a lease that has expired. A lease that was ended is still listed to its owner until then.
 */
public final class CountKeyUse {

    private final AccountScan scan;
    private final SealingKeys keys;
    private final Clock clock;

    public CountKeyUse(AccountScan scan, SealingKeys keys, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.keys = Objects.requireNonNull(keys);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Counts all accounts, pending revocations, and leases that have not expired.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public KeyUse count(ScanObserver observer) {
        CountingVisitor visitor = new CountingVisitor(keys, clock.instant());
        return visitor.keyUse(new FullScan(scan, observer).forEach(visitor));
    }
}
