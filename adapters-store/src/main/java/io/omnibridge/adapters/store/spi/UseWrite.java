package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditional append to one user's log of uses.
 *
 * @param former the chain head that the receipts follow
 * @param receipts at least one, oldest first
 * @param counts how the leases are counted on
 * @param dataUse notes that accounts were used; empty if all uses failed
 */
public record UseWrite(
        UserId user,
        StoredChainHead former,
        List<ChainedUse> receipts,
        Map<LeaseId, UseCount> counts,
        Optional<DataUse> dataUse) {

    public UseWrite {
        receipts = List.copyOf(receipts);
        counts = Map.copyOf(counts);
    }

    /** Returns the chain head after the write. */
    public StoredChainHead head() {
        return receipts.get(receipts.size() - 1).head();
    }
}
