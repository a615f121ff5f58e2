package io.omnibridge.adapters.store.write;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.use.UseReceipt;
import java.util.Optional;
import java.util.stream.Stream;

/** Receipt that is to be appended, and the lease on which its use counts. */
record LeasedReceipt(UseReceipt receipt, Optional<LeaseCount> lease) {

    UserId user() {
        return receipt.use().user();
    }

    Stream<LeaseId> leases() {
        return lease.stream().map(LeaseCount::lease);
    }
}
