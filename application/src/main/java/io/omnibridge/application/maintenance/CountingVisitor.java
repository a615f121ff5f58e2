package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Counts the rows that it receives by the key that they need, without opening any. Not thread-safe. */
final class CountingVisitor implements ScanVisitor {

    private final SealingKeys keys;
    private final Instant now;
    private final Map<Long, Long> accounts = new HashMap<>();
    private final Map<Long, Long> leases = new HashMap<>();
    private long withoutKeyId;

    CountingVisitor(SealingKeys keys, Instant now) {
        this.keys = keys;
        this.now = now;
    }

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

    /** @param skipped how many rows the scan could not read */
    KeyUse keyUse(long skipped) {
        return new KeyUse(accounts, leases, withoutKeyId + skipped);
    }
}
