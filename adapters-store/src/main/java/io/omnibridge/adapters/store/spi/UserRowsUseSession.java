package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Steps of one user. */
record UserRowsUseSession(UserRowsUses uses, UserId user) implements UseSession {

    @Override
    public UseSnapshot snapshot(Collection<LeaseId> leases) {
        UseRows rows = uses.rows(user);
        Map<LeaseId, CountedLease> counted = new HashMap<>();
        leases.forEach(id ->
                Optional.ofNullable(rows.leases().get(id)).ifPresent(lease -> counted.put(id, CountedLease.of(lease))));
        return new UseSnapshot(rows.head(), counted);
    }

    @Override
    public boolean append(UseWrite write) {
        return uses.store().change(user, rows -> UseRowChanges.append(write, uses.maxReceipts(), rows));
    }
}
