package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.SealingKeys;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;

/** Counts the live leases whose tokens one key sealed, among those that it receives. Not thread-safe. */
final class LeaseTokenCounter {

    private final SealingKeys keys;
    private final long key;
    private final Instant now;
    private LeaseTokenCount count = LeaseTokenCount.NONE;

    LeaseTokenCounter(SealingKeys keys, long key, Instant now) {
        this.keys = keys;
        this.key = key;
        this.now = now;
    }

    void visit(StoredLease lease) {
        if (lease.isLiveAt(now) && isOfKey(lease)) {
            count = count.and(lease);
        }
    }

    private boolean isOfKey(StoredLease lease) {
        try {
            return keys.tokenKeyOf(lease) == key;
        } catch (CredentialsUnreadable e) {
            return false;
        }
    }

    LeaseTokenCount count() {
        return count;
    }
}
