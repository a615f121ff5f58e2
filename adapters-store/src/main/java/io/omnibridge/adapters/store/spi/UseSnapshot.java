package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.domain.identity.LeaseId;
import java.util.Map;

/**
 * What an append to a log of uses is decided on.
 *
 * @param head of the log
 * @param leases those of the leases in question that are there
 */
public record UseSnapshot(StoredChainHead head, Map<LeaseId, CountedLease> leases) {

    public UseSnapshot {
        leases = Map.copyOf(leases);
    }
}
