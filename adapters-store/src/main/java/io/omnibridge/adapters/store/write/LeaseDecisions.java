package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.LeaseChange;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.function.Function;

/** Decisions on writes of leases, as {@link Leases} describes them. */
public final class LeaseDecisions {

    /** How many leases of a user are kept until they expire, ended ones among them: they must not fill the store. */
    private static final int MAX_UNEXPIRED = 1_000;

    private LeaseDecisions() {}

    /** Decides on {@link Leases#add}. */
    public static Function<UserSnapshot, Decision<Boolean>> add(StoredLease lease, int maxLive, Instant at) {
        return snapshot ->
                snapshot.leases().live() < maxLive && snapshot.leases().unexpired() < MAX_UNEXPIRED
                        ? Decision.taken(AuditOutcome.BEGUN, Changes.of(new LeaseChange.Add(lease, at)))
                        : Decision.refused(AuditOutcome.TOO_MANY_LEASES);
    }

    /** Decides on {@link Leases#end}. */
    public static Function<UserSnapshot, Decision<Boolean>> end(LeaseId id, Instant at) {
        return snapshot -> snapshot.leases().hasOpen()
                ? Decision.taken(AuditOutcome.ENDED, Changes.of(new LeaseChange.End(id, at)))
                : Decision.notTaken();
    }
}
