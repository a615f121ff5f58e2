package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

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
        Run run = new Run();
        long skipped = new FullScan(scan, observer).forEach(run);
        return new KeyUse(run.accounts, run.leases, run.withoutKeyId + skipped);
    }

    private final class Run implements ScanVisitor {

        private final Map<Long, Long> accounts = new HashMap<>();
        private final Map<Long, Long> leases = new HashMap<>();
        private final Instant now = clock.instant();
        private long withoutKeyId;

        @Override
        public void visit(Account account) {
            if (!account.credentials().isErased()) {
                count(accounts, keys.keyOf(account.credentials()));
            }
        }

        @Override
        public void visit(PendingRevocation revocation) {
            count(accounts, keys.keyOf(revocation.sealed()));
        }

        @Override
        public void visit(StoredLease lease) {
            if (!lease.hasExpiredAt(now)) {
                count(leases, keys.keyOf(lease.sealed()));
            }
        }

        private void count(Map<Long, Long> counts, OptionalLong needed) {
            needed.ifPresentOrElse(key -> counts.merge(key, 1L, Long::sum), () -> withoutKeyId++);
        }
    }
}
