package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import java.time.Clock;
import java.util.Objects;

/**
 * Opens the sealed credentials of every account, the sealed token of every pending revocation and the sealed terms of every lease, to
 * check that they open. Keeps nothing of them, and skips erased credentials and leases that have expired.
 */
public final class VerifyCredentials {

    private final AccountScan scan;
    private final RowOpeners openers;
    private final Clock clock;

    public VerifyCredentials(AccountScan scan, RowOpeners openers, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.openers = Objects.requireNonNull(openers);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Visits every account, every pending revocation and every lease at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    public VerifyResult verify(ScanObserver observer) {
        OpeningVisitor visitor = new OpeningVisitor(openers, observer, clock.instant());
        return visitor.result(new FullScan(scan, observer).forEach(visitor));
    }
}
