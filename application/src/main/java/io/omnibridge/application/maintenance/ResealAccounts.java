package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.SealingKeys;
import java.time.Clock;
import java.util.Objects;

/**
 * Seals every account, every pending revocation and every lease anew that is not sealed under the primary key. It may be interrupted
 * at any moment and run again; rows that are done are skipped without being opened. Nodes may read and write the same
 * rows meanwhile: each write is conditional, and a row that a node changed in between is left to that node.
 *
 * <p>The token of a lease is not resealed, because its client keeps it: {@link CountLeaseTokens}. Connect attempts are not resealed.
 * They last for minutes, and those that are pending when their key is retired may fail.
 */
public final class ResealAccounts {

    private final AccountScan scan;
    private final SealingKeys keys;
    private final Clock clock;

    public ResealAccounts(AccountScan scan, SealingKeys keys, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.keys = Objects.requireNonNull(keys);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Visits every account, every pending revocation and every lease at least once.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done remains done
     */
    public ResealResult reseal(ScanObserver observer) {
        ResealingVisitor visitor = new ResealingVisitor(scan, keys, observer, clock);
        return visitor.result(new FullScan(scan, observer).forEach(visitor));
    }
}
